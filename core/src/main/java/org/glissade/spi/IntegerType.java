package org.glissade.spi;

import java.util.Optional;
import org.glissade.spi.text.NumberValue;
import org.glissade.spi.text.Value;

/**
 * Integers of 32 bits in a range. {@code 1e3} and {@code 10.0} are integers too.
 *
 * @param range the integers taken
 */
public record IntegerType(Range range) implements SettingType<Integer> {
  @Override
  public Class<Integer> javaType() {
    return Integer.class;
  }

  @Override
  public String describe() {
    return ("an integer " + range).stripTrailing();
  }

  @Override
  public Optional<Integer> read(Value written) {
    return written instanceof NumberValue number && isInteger(number.value())
        ? Optional.of((int) number.value()).filter(range::contains)
        : Optional.empty();
  }

  @Override
  public Value write(Integer value) {
    return NumberValue.of(value.intValue());
  }

  @Override
  public String expectation(Value refused) {
    boolean isTooLong =
        refused instanceof NumberValue number && Math.abs(number.value()) > Integer.MAX_VALUE;
    return isTooLong ? "an integer of 32 bits" : describe();
  }

  private static boolean isInteger(double value) {
    return value == (int) value;
  }
}
