package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.clip.Sign;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.transform.GradientTransform;

/** Offers {@link Sign}. */
public final class SignProvider extends Offer {

  /** Made by the service loader. */
  public SignProvider() {
    super(
        Sign.NAME,
        "-1, 0 or 1",
        Set.of(Trait.SCALE_INVARIANT, Trait.IDEMPOTENT, Trait.ZERO_PRESERVING, Trait.ELEMENT_WISE));
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new Sign();
  }
}
