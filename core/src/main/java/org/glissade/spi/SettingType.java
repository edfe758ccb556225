package org.glissade.spi;

import java.util.Optional;
import org.glissade.spi.text.Value;

/**
 * The values that a setting takes, and how they are read and written.
 *
 * @param <T> the Java type of a value
 */
public sealed interface SettingType<T>
    permits NumberType, IntegerType, FlagType, ChoiceType, TextType, CallType, ChainType {
  /** The class of {@code T}. */
  Class<T> javaType();

  /** What is taken, as it stands after "must be": {@code a number > 0}. */
  String describe();

  /** The value that was written, if this type takes it. */
  Optional<T> read(Value written);

  /** The value as it is written; reading it gives an equal value. */
  Value write(T value);

  /** What is said of a value that is not taken: {@link #describe}, or the part that it misses. */
  default String expectation(Value refused) {
    return describe();
  }

  /** The text that was probably meant by a value that is not taken. */
  default Optional<String> suggestion(Value refused) {
    return Optional.empty();
  }
}
