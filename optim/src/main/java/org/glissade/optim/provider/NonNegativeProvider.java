package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.constraint.NonNegative;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.transform.GradientTransform;

/** Offers {@link NonNegative}. */
public final class NonNegativeProvider extends Offer {

  /** Made by the service loader. */
  public NonNegativeProvider() {
    super(
        NonNegative.NAME,
        "an update that leaves no selected parameter below 0; last in its chain",
        Set.of(Trait.ELEMENT_WISE, Trait.NEEDS_VALUES),
        Selections.KIND,
        Selections.NAME);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new NonNegative(Selections.of(settings));
  }
}
