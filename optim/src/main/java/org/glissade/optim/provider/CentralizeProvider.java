package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.clip.Centralize;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.transform.GradientTransform;

/** Offers {@link Centralize}. */
public final class CentralizeProvider extends Offer {

  /** Made by the service loader. */
  public CentralizeProvider() {
    super(
        Centralize.NAME,
        "g less the mean of its output unit, in parameters of two axes or more",
        Set.of(Trait.SCALE_EQUIVARIANT, Trait.IDEMPOTENT, Trait.ZERO_PRESERVING));
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new Centralize();
  }
}
