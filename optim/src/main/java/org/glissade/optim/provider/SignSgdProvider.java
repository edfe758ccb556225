package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.optimizer.SignSgd;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.transform.GradientTransform;

/** Offers {@link SignSgd}. */
public final class SignSgdProvider extends Offer {

  /** Made by the service loader. */
  public SignSgdProvider() {
    super(
        SignSgd.NAME,
        "rate·sign(g)",
        Set.of(Trait.SCALE_INVARIANT, Trait.ZERO_PRESERVING, Trait.ELEMENT_WISE, Trait.STATEFUL),
        Rates.RATE);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new SignSgd(Rates.of(settings));
  }
}
