package org.glissade.spi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.glissade.spi.text.CallText;
import org.glissade.spi.text.ChainText;
import org.glissade.spi.text.Position;
import org.glissade.spi.text.Value;

/**
 * The values of a provider's settings, each checked against its declaration. Immutable.
 *
 * <p>{@code settings.get(MAX_NORM)} reads by declaration, {@code settings.number("max-norm")} by
 * name. Reading what was not declared, or as another type, is a mistake of the provider and throws
 * {@link IllegalArgumentException}; so does reading an optional setting without a value, for which
 * {@link #find} is made.
 */
public final class Settings {
  private final CallText call;
  private final Map<String, Setting<?>> declared;
  private final Map<String, Object> values;
  private final Map<String, Position> positions;

  Settings(
      CallText call,
      Map<String, Setting<?>> declared,
      Map<String, Object> values,
      Map<String, Position> positions) {
    this.call = call;
    this.declared = Collections.unmodifiableMap(new LinkedHashMap<>(declared));
    this.values = Map.copyOf(values);
    this.positions = Map.copyOf(positions);
  }

  /**
   * The settings that a call gives: a named argument sets what it names; a positional one the next
   * declared setting that no argument names.
   *
   * @param declared the provider's declarations
   * @param call the provider's name and the arguments, as they are written or as Java makes them
   * @throws SettingException if an argument is refused, unknown, given twice or one too many, or if
   *     a required setting is missing
   */
  public static Settings bind(List<Setting<?>> declared, CallText call) {
    return new Binder(declared, call).bind();
  }

  /** The value of a setting. */
  public <T> T get(Setting<T> setting) {
    return find(setting).orElseThrow(() -> misuse(setting.name(), "has no value"));
  }

  /** The value of a setting, if it has one. */
  public <T> Optional<T> find(Setting<T> setting) {
    if (!setting.equals(declared.get(setting.name()))) {
      throw misuse(setting.name(), "is not declared");
    }
    return Optional.ofNullable(values.get(setting.name())).map(setting.type().javaType()::cast);
  }

  /** Whether a setting has a value. */
  public boolean has(String name) {
    declaration(name);
    return values.containsKey(name);
  }

  /** The value of a number. */
  public double number(String name) {
    return value(name, Double.class);
  }

  /** The value of an integer. */
  public int integer(String name) {
    return value(name, Integer.class);
  }

  /** The value of a flag. */
  public boolean flag(String name) {
    return value(name, Boolean.class);
  }

  /** The word that was chosen. */
  public String choice(String name) {
    return word(declaration(name), name);
  }

  /** The constant that was chosen. */
  public <E extends Enum<E>> E choice(String name, Class<E> constants) {
    return value(name, constants);
  }

  /** The value of a text. */
  public String text(String name) {
    return value(name, String.class);
  }

  /** The value of a call. */
  public CallText call(String name) {
    return value(name, CallText.class);
  }

  /** The value of a chain. */
  public ChainText chain(String name) {
    return value(name, ChainText.class);
  }

  /**
   * The mistake of a value that its declaration takes but the provider cannot use, for the provider
   * to throw.
   *
   * @param name the setting to blame
   * @param expected what it must be, such as {@code above low (1.0)}
   */
  public SettingException refuse(String name, String expected) {
    Setting<?> setting = declaration(name);
    String found = values.containsKey(name) ? "was " + written(setting).print() : "is missing";
    return new SettingException(
        positions.getOrDefault(name, call.position()),
        call.name(),
        name + " must be " + expected + ", but " + found);
  }

  /**
   * The call that gives equal settings and reads best: the first by position if it is required, the
   * others by name where they differ from their fallback, as {@code clip-by-norm(1.0,
   * extent=parameter)}.
   */
  public CallText toCall() {
    CallText shortest = CallText.of(call.name());
    boolean first = true;
    for (Setting<?> setting : declared.values()) {
      Optional<Object> value = Optional.ofNullable(values.get(setting.name()));
      if (first && setting.required()) {
        shortest = shortest.with(written(setting));
      } else if (value.isPresent() && !value.equals(setting.fallback())) {
        shortest = shortest.with(setting.name(), written(setting));
      }
      first = false;
    }
    return shortest;
  }

  /** The text of {@link #toCall}. */
  @Override
  public String toString() {
    return toCall().print();
  }

  private <T> Value written(Setting<T> setting) {
    return setting.type().write(get(setting));
  }

  private <T> String word(Setting<T> setting, String name) {
    if (setting.type() instanceof ChoiceType<T> choice) {
      return choice.word(get(setting));
    }
    throw misuse(name, "is not a choice");
  }

  private <T> T value(String name, Class<T> type) {
    Setting<?> setting = declaration(name);
    if (!setting.type().javaType().equals(type)) {
      throw misuse(name, "is " + setting.type().describe() + ", not a " + type.getSimpleName());
    }
    return type.cast(get(setting));
  }

  private Setting<?> declaration(String name) {
    return Optional.<Setting<?>>ofNullable(declared.get(name))
        .orElseThrow(() -> misuse(name, "is not declared"));
  }

  private IllegalArgumentException misuse(String name, String what) {
    return new IllegalArgumentException(
        "the provider of " + call.name() + " reads its setting '" + name + "', which " + what);
  }
}
