package org.glissade.spi;

import java.util.List;
import java.util.Optional;
import org.glissade.spi.text.CallText;
import org.glissade.spi.text.ChainText;

/**
 * A setting that a provider declares. It is required unless it says {@link #orElse} or {@link
 * #optional}:
 *
 * <pre>{@code
 * Setting<Double> MAX_NORM = Setting.number("max-norm", Range.above(0), "Largest norm let through.");
 * Setting<Extent> EXTENT =
 *     Setting.choice("extent", Extent.class, "What the norm is taken of.").orElse(Extent.GLOBAL);
 * }</pre>
 *
 * @param name lower-case words joined by hyphens
 * @param type the values that it takes
 * @param required whether it must be given
 * @param fallback its value where it is not given, if there is one
 * @param documentation one line that says what it does
 */
public record Setting<T>(
    String name,
    SettingType<T> type,
    boolean required,
    Optional<T> fallback,
    String documentation) {
  /**
   * @throws IllegalArgumentException if the name is malformed, the documentation is not one line,
   *     or the type does not take the fallback
   */
  public Setting {
    if (!Names.isSetting(name)) {
      throw new IllegalArgumentException(
          "a setting is named in lower-case words joined by hyphens, but was '" + name + "'");
    }
    if (documentation.isBlank() || documentation.indexOf('\n') >= 0) {
      throw new IllegalArgumentException(name + ": its documentation must be one line");
    }
    if (required && fallback.isPresent()) {
      throw new IllegalArgumentException(name + ": a required setting has no fallback");
    }
    fallback
        .map(type::write)
        .filter(value -> type.read(value).isEmpty())
        .ifPresent(
            value -> {
              throw new IllegalArgumentException(
                  name
                      + " must be "
                      + type.expectation(value)
                      + ", but its fallback is "
                      + value.print());
            });
  }

  /** A required number in a range. */
  public static Setting<Double> number(String name, Range range, String documentation) {
    return required(name, new NumberType(range), documentation);
  }

  /** A required integer in a range. */
  public static Setting<Integer> integer(String name, Range range, String documentation) {
    return required(name, new IntegerType(range), documentation);
  }

  /** A required yes or no. */
  public static Setting<Boolean> flag(String name, String documentation) {
    return required(name, new FlagType(), documentation);
  }

  /** A required constant of an enum; {@code SKIP_STEP} is written {@code skip-step}. */
  public static <E extends Enum<E>> Setting<E> choice(
      String name, Class<E> constants, String documentation) {
    return required(name, ChoiceType.of(constants), documentation);
  }

  /** A required one of these words. */
  public static Setting<String> choice(String name, List<String> words, String documentation) {
    return required(name, ChoiceType.of(words), documentation);
  }

  /** A required text. */
  public static Setting<String> text(String name, String documentation) {
    return required(name, new TextType(), documentation);
  }

  /** A required name with arguments. */
  public static Setting<CallText> call(String name, String documentation) {
    return required(name, new CallType(Optional.empty(), Range.any()), documentation);
  }

  /**
   * A required name with arguments, where a bare number of a range is short for {@code
   * numberMeans(number)}.
   */
  public static Setting<CallText> callOrNumber(
      String name, String numberMeans, Range numbers, String documentation) {
    return required(name, new CallType(Optional.of(numberMeans), numbers), documentation);
  }

  /** A required chain in braces. */
  public static Setting<ChainText> chain(String name, String documentation) {
    return required(name, new ChainType(), documentation);
  }

  /** This setting, with a value for where it is not given. */
  public Setting<T> orElse(T value) {
    return new Setting<>(name, type, false, Optional.of(value), documentation);
  }

  /** This setting, which need not be given and then has no value. */
  public Setting<T> optional() {
    return new Setting<>(name, type, false, Optional.empty(), documentation);
  }

  /** One line: {@code max-norm: a number > 0 (required)}. */
  public String describe() {
    String presence =
        fallback
            .map(value -> "default " + type.write(value).print())
            .orElse(required ? "required" : "optional");
    return name + ": " + type.describe() + " (" + presence + ")";
  }

  private static <T> Setting<T> required(String name, SettingType<T> type, String documentation) {
    return new Setting<>(name, type, true, Optional.empty(), documentation);
  }
}
