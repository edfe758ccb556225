package org.glissade.nn.provider;

import org.glissade.layer.Layer;
import org.glissade.nn.Sigmoid;
import org.glissade.spi.Settings;

/** Offers {@link Sigmoid}. */
public final class SigmoidProvider extends NamedLayerProvider {
  /** Used by the service loader. */
  public SigmoidProvider() {
    super("sigmoid", "1/(1 + e^-x).");
  }

  @Override
  public Layer create(Settings settings) {
    return new Sigmoid();
  }
}
