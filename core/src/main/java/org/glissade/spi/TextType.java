package org.glissade.spi;

import java.util.Optional;
import org.glissade.spi.text.TextValue;
import org.glissade.spi.text.Value;
import org.glissade.spi.text.WordValue;

/** Any text; a single word needs no quotes. */
public record TextType() implements SettingType<String> {
  @Override
  public Class<String> javaType() {
    return String.class;
  }

  @Override
  public String describe() {
    return "a word or a \"text\"";
  }

  @Override
  public Optional<String> read(Value written) {
    if (written instanceof TextValue value) {
      return Optional.of(value.text());
    }
    return written instanceof WordValue value ? Optional.of(value.word()) : Optional.empty();
  }

  @Override
  public Value write(String value) {
    return TextValue.of(value);
  }
}
