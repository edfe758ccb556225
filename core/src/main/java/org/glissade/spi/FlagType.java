package org.glissade.spi;

import java.util.Optional;
import org.glissade.spi.text.Value;
import org.glissade.spi.text.WordValue;

/** Yes or no, written {@code true} or {@code false}. */
public record FlagType() implements SettingType<Boolean> {
  @Override
  public Class<Boolean> javaType() {
    return Boolean.class;
  }

  @Override
  public String describe() {
    return "true or false";
  }

  @Override
  public Optional<Boolean> read(Value written) {
    if (written instanceof WordValue value) {
      return switch (value.word()) {
        case "true" -> Optional.of(true);
        case "false" -> Optional.of(false);
        default -> Optional.empty();
      };
    }
    return Optional.empty();
  }

  @Override
  public Value write(Boolean value) {
    return WordValue.of(value.toString());
  }
}
