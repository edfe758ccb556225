package org.glissade.nn.provider;

import org.glissade.layer.Layer;
import org.glissade.nn.Gelu;
import org.glissade.spi.Settings;

/** Offers {@link Gelu}. */
public final class GeluProvider extends NamedLayerProvider {
  /** Used by the service loader. */
  public GeluProvider() {
    super("gelu", "x times the share of a standard normal below x.");
  }

  @Override
  public Layer create(Settings settings) {
    return new Gelu();
  }
}
