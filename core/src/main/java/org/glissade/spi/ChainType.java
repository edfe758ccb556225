package org.glissade.spi;

import java.util.Optional;
import org.glissade.spi.text.ChainText;
import org.glissade.spi.text.ChainValue;
import org.glissade.spi.text.Value;

/** A chain within braces. */
public record ChainType() implements SettingType<ChainText> {
  @Override
  public Class<ChainText> javaType() {
    return ChainText.class;
  }

  @Override
  public String describe() {
    return "a chain in braces, {...}";
  }

  @Override
  public Optional<ChainText> read(Value written) {
    return written instanceof ChainValue value ? Optional.of(value.chain()) : Optional.empty();
  }

  @Override
  public Value write(ChainText chain) {
    return ChainValue.of(chain);
  }
}
