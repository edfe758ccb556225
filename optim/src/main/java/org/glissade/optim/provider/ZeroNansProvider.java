package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.clip.ZeroNans;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.transform.GradientTransform;

/** Offers {@link ZeroNans}. */
public final class ZeroNansProvider extends Offer {

  /** Made by the service loader. */
  public ZeroNansProvider() {
    super(
        ZeroNans.NAME,
        "0 for each NaN; infinities stay",
        Set.of(
            Trait.SCALE_EQUIVARIANT, Trait.IDEMPOTENT, Trait.ZERO_PRESERVING, Trait.ELEMENT_WISE));
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new ZeroNans();
  }
}
