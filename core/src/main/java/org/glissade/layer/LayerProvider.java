package org.glissade.layer;

import org.glissade.spi.Provider;
import org.glissade.spi.Settings;

/** Offers a layer by name, for configuration and the command line. */
public interface LayerProvider extends Provider {
  /** Makes the layer with these settings. */
  Layer create(Settings settings);
}
