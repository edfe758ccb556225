package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.Freeze;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.transform.GradientTransform;

/** Offers {@link Freeze}. */
public final class FreezeProvider extends Offer {
  /** Made by the service loader. */
  public FreezeProvider() {
    super(
        Freeze.NAME,
        "holds the parameters of a kind or name; the rest of the chain is for the others",
        Set.of(Trait.WRAPPER),
        Selections.KIND,
        Selections.NAME);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new Freeze(Selections.some(settings));
  }
}
