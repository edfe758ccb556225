package org.glissade.nn.provider;

import java.util.List;
import org.glissade.layer.LayerProvider;
import org.glissade.spi.Setting;
import org.glissade.spi.Spi;

/** What all providers here share: their name, their one line and their settings. */
abstract class NamedLayerProvider implements LayerProvider {
  private final String name;
  private final String summary;
  private final List<Setting<?>> settings;

  NamedLayerProvider(String name, String summary, Setting<?>... settings) {
    this.name = name;
    this.summary = summary;
    this.settings = List.of(settings);
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final int spiVersion() {
    return Spi.VERSION;
  }

  @Override
  public final String summary() {
    return summary;
  }

  @Override
  public final List<Setting<?>> settings() {
    return settings;
  }
}
