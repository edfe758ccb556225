package org.glissade.spi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.glissade.spi.text.Value;
import org.glissade.spi.text.WordValue;

/**
 * One of a few words.
 *
 * @param javaType the class of what the words stand for
 * @param options what each word stands for, in the order in which the words are listed
 */
public record ChoiceType<T>(Class<T> javaType, Map<String, T> options) implements SettingType<T> {
  /**
   * @throws IllegalArgumentException if there are no options
   */
  public ChoiceType {
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    if (options.isEmpty()) {
      throw new IllegalArgumentException("a choice needs at least one option");
    }
  }

  /** The constants of an enum; {@code SKIP_STEP} is written {@code skip-step}. */
  static <E extends Enum<E>> ChoiceType<E> of(Class<E> constants) {
    Map<String, E> options = new LinkedHashMap<>();
    for (E constant : constants.getEnumConstants()) {
      options.put(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'), constant);
    }
    return new ChoiceType<>(constants, options);
  }

  /** Words that stand for themselves. */
  static ChoiceType<String> of(List<String> words) {
    Map<String, String> options = new LinkedHashMap<>();
    words.forEach(word -> options.put(word, word));
    return new ChoiceType<>(String.class, options);
  }

  @Override
  public String describe() {
    return "one of " + String.join(", ", options.keySet());
  }

  @Override
  public Optional<T> read(Value written) {
    return written instanceof WordValue value
        ? Optional.ofNullable(options.get(value.word()))
        : Optional.empty();
  }

  @Override
  public Value write(T value) {
    return WordValue.of(word(value));
  }

  @Override
  public Optional<String> suggestion(Value refused) {
    return refused instanceof WordValue value
        ? Nearest.to(value.word(), options.keySet())
        : Optional.empty();
  }

  /** The word that stands for a value. */
  String word(T value) {
    return options.entrySet().stream()
        .filter(option -> option.getValue().equals(value))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(value + " is not " + describe()));
  }
}
