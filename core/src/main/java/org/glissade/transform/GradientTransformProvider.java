package org.glissade.transform;

import java.util.Set;
import org.glissade.spi.Provider;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;

/** Offers a gradient transform by name, for configuration and the command line. */
public interface GradientTransformProvider extends Provider {
  /** What can be relied upon; the conformance kit proves it. */
  Set<Trait> traits();

  /** Makes the transform with these settings. */
  GradientTransform create(Settings settings);

  /**
   * Makes the transform with these settings, some of which are chains. Only a provider that
   * declares such a setting needs this one.
   *
   * @param chains reads them, from the same catalog as the chain around them
   */
  default GradientTransform create(Settings settings, ChainReader chains) {
    return create(settings);
  }
}
