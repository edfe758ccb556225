package org.glissade.nn.provider;

import org.glissade.layer.Layer;
import org.glissade.nn.Tanh;
import org.glissade.spi.Settings;

/** Offers {@link Tanh}. */
public final class TanhProvider extends NamedLayerProvider {
  /** Used by the service loader. */
  public TanhProvider() {
    super("tanh", "The hyperbolic tangent.");
  }

  @Override
  public Layer create(Settings settings) {
    return new Tanh();
  }
}
