package org.glissade.nn.provider;

import org.glissade.layer.Layer;
import org.glissade.nn.Relu;
import org.glissade.spi.Settings;

/** Offers {@link Relu}. */
public final class ReluProvider extends NamedLayerProvider {
  /** Used by the service loader. */
  public ReluProvider() {
    super("relu", "max(x, 0).");
  }

  @Override
  public Layer create(Settings settings) {
    return new Relu();
  }
}
