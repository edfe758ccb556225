package org.glissade.nn.provider;

import org.glissade.layer.Layer;
import org.glissade.nn.Softmax;
import org.glissade.spi.Settings;

/** Offers {@link Softmax}. */
public final class SoftmaxProvider extends NamedLayerProvider {
  /** Used by the service loader. */
  public SoftmaxProvider() {
    super("softmax", "Exponentials divided by their sum over the last axis.");
  }

  @Override
  public Layer create(Settings settings) {
    return new Softmax();
  }
}
