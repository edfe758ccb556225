package org.glissade.spi;

import java.util.List;
import java.util.Optional;
import org.glissade.spi.text.CallText;
import org.glissade.spi.text.NumberValue;
import org.glissade.spi.text.Value;
import org.glissade.spi.text.WordValue;

/**
 * A name with arguments, such as the schedule {@code cosine(0.1, total=1000)}. A bare word is a
 * call without arguments, and a bare number may be short for a call with it; then {@code nan} is no
 * name, but a number that is not taken.
 *
 * @param numberMeans the name of the call that a bare number is short for, if it is for any
 * @param numbers which bare numbers are taken
 */
public record CallType(Optional<String> numberMeans, Range numbers)
    implements SettingType<CallText> {
  @Override
  public Class<CallText> javaType() {
    return CallText.class;
  }

  @Override
  public String describe() {
    return numberMeans.isPresent()
        ? ("a number " + numbers).stripTrailing() + " or name(...)"
        : "name(...)";
  }

  @Override
  public Optional<CallText> read(Value written) {
    if (written instanceof CallText call) {
      return Optional.of(call);
    }
    Optional<Double> number = new NumberType(Range.anyOrInfinite()).read(written);
    if (numberMeans.isPresent() && number.isPresent()) {
      return number
          .filter(numbers::contains)
          .map(x -> call(numberMeans.orElseThrow(), written).with(plain(x, written)));
    }
    return written instanceof WordValue value && !isNoNumber(value)
        ? Optional.of(call(value.word(), value))
        : Optional.empty();
  }

  @Override
  public Value write(CallText call) {
    boolean isShort =
        call.arguments().size() == 1
            && numberMeans.filter(call.name()::equals).isPresent()
            && call.arguments().get(0).key().isEmpty()
            && isNumber(call.arguments().get(0).value());
    return isShort ? call.arguments().get(0).value() : call;
  }

  @Override
  public String expectation(Value refused) {
    return numberMeans.isPresent() && refused instanceof NumberValue
        ? numbers.toString()
        : describe();
  }

  private boolean isNoNumber(WordValue value) {
    return numberMeans.isPresent() && value.word().equalsIgnoreCase("nan");
  }

  private static boolean isNumber(Value value) {
    return new NumberType(Range.anyOrInfinite()).read(value).isPresent();
  }

  /** The same number, written as every equal one. */
  private static Value plain(double number, Value written) {
    return Double.isInfinite(number)
        ? written
        : new NumberValue(Double.toString(number), written.position());
  }

  private static CallText call(String name, Value written) {
    return new CallText(name, List.of(), written.position());
  }
}
