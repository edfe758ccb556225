package org.glissade.spi;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.glissade.spi.text.Argument;
import org.glissade.spi.text.CallText;
import org.glissade.spi.text.Position;
import org.glissade.spi.text.Value;

/** Joins the arguments of one call with the declarations of one provider. */
final class Binder {
  private final Map<String, Setting<?>> declared = new LinkedHashMap<>();
  private final CallText call;
  private final Map<String, Argument> given = new LinkedHashMap<>();
  private final Map<String, Object> values = new LinkedHashMap<>();
  private final Map<String, Position> positions = new LinkedHashMap<>();

  Binder(List<Setting<?>> settings, CallText call) {
    this.call = call;
    for (Setting<?> setting : settings) {
      if (declared.put(setting.name(), setting) != null) {
        throw new IllegalArgumentException(
            "the provider of " + call.name() + " declares '" + setting.name() + "' twice");
      }
    }
  }

  Settings bind() {
    takeNamed();
    takePositional();
    declared.values().forEach(this::read);
    return new Settings(call, declared, values, positions);
  }

  private void takeNamed() {
    for (Argument argument : call.arguments()) {
      argument.key().ifPresent(key -> takeNamed(key, argument));
    }
  }

  private void takeNamed(String key, Argument argument) {
    if (!declared.containsKey(key)) {
      String near = Nearest.question(key, declared.keySet());
      String names = near.endsWith("?") ? "" : offer();
      throw mistake(argument, "no setting is named '" + key + "'" + near + names);
    }
    if (given.put(key, argument) != null) {
      throw mistake(argument, key + " is given twice; give it once");
    }
  }

  private void takePositional() {
    List<String> free = new ArrayList<>(declared.keySet());
    free.removeAll(given.keySet());
    Iterator<String> next = free.iterator();
    for (Argument argument : call.arguments()) {
      if (argument.key().isPresent()) {
        continue;
      }
      if (!next.hasNext()) {
        throw mistake(
            argument, "no setting is left for " + argument.value().print() + "." + offer());
      }
      given.put(next.next(), argument);
    }
  }

  private <T> void read(Setting<T> setting) {
    Argument argument = given.get(setting.name());
    if (argument != null) {
      positions.put(setting.name(), argument.value().position());
      values.put(setting.name(), read(setting, argument.value()));
    } else if (setting.required()) {
      throw new SettingException(
          call.position(),
          call.name(),
          setting.name() + " is missing; give " + setting.type().describe());
    } else {
      setting.fallback().ifPresent(value -> values.put(setting.name(), value));
    }
  }

  private <T> T read(Setting<T> setting, Value value) {
    Optional<T> read = setting.type().read(value);
    return read.orElseThrow(() -> refusal(setting, value));
  }

  private SettingException refusal(Setting<?> setting, Value value) {
    SettingType<?> type = setting.type();
    String near = type.suggestion(value).map(n -> "; did you mean " + n + "?").orElse("");
    String others = value instanceof CallText ? callable() : "";
    return new SettingException(
        value.position(),
        call.name(),
        setting.name()
            + " must be "
            + type.expectation(value)
            + ", but was "
            + value.print()
            + near
            + others);
  }

  /** Which settings follow a schedule, for one that does not. */
  private String callable() {
    List<String> names =
        declared.values().stream()
            .filter(setting -> setting.type() instanceof CallType)
            .map(Setting::name)
            .toList();
    return names.isEmpty() ? "" : "; name(...) is for " + String.join(", ", names);
  }

  private SettingException mistake(Argument argument, String reason) {
    return new SettingException(argument.position(), call.name(), reason);
  }

  private String offer() {
    return declared.isEmpty()
        ? " It takes none."
        : declared.values().stream()
            .map(setting -> setting.name() + " (" + setting.type().describe() + ")")
            .collect(Collectors.joining(", ", " It takes ", "."));
  }
}
