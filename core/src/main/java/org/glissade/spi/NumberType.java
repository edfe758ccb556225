package org.glissade.spi;

import java.util.Optional;
import org.glissade.spi.text.NumberValue;
import org.glissade.spi.text.Value;
import org.glissade.spi.text.WordValue;

/**
 * Numbers in a range, as exact doubles; {@code inf} where the range holds it.
 *
 * @param range the numbers taken
 */
public record NumberType(Range range) implements SettingType<Double> {
  private static final String INFINITE = "inf";

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
    return number(written).filter(range::contains);
  }

  private static Optional<Double> number(Value written) {
    if (written instanceof WordValue word && word.word().equals(INFINITE)) {
      return Optional.of(Double.POSITIVE_INFINITY);
    }
    return written instanceof NumberValue number ? Optional.of(number.value()) : Optional.empty();
  }

  @Override
  public Value write(Double value) {
    return value.isInfinite() ? WordValue.of(INFINITE) : NumberValue.of(value.doubleValue());
  }

  @Override
  public String expectation(Value refused) {
    return refused instanceof NumberValue ? range.toString() : describe();
  }
}
