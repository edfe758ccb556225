package org.glissade.spi;

import java.util.Optional;
import org.glissade.spi.text.NumberValue;
import org.glissade.spi.text.Value;

/**
 * Numbers in a range, as exact doubles.
 *
 * @param range the numbers taken
 */
public record NumberType(Range range) implements SettingType<Double> {
  @Override
  public Class<Double> javaType() {
    return Double.class;
  }

  @Override
  public String describe() {
    return ("a number " + range).stripTrailing();
  }

  @Override
  public Optional<Double> read(Value written) {
    return written instanceof NumberValue number
        ? Optional.of(number.value()).filter(range::contains)
        : Optional.empty();
  }

  @Override
  public Value write(Double value) {
    return NumberValue.of(value.doubleValue());
  }

  @Override
  public String expectation(Value refused) {
    return refused instanceof NumberValue ? range.toString() : describe();
  }
}
