package org.glissade.nn.provider;

import org.glissade.layer.Layer;
import org.glissade.nn.Flatten;
import org.glissade.spi.Settings;

/** Offers {@link Flatten}. */
public final class FlattenProvider extends NamedLayerProvider {
  /** Used by the service loader. */
  public FlattenProvider() {
    super("flatten", "Each example as one row.");
  }

  @Override
  public Layer create(Settings settings) {
    return new Flatten();
  }
}
