package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.NonFinite;

/** Offers {@link NonFinite}. */
public final class NonFiniteProvider extends Offer {
  private static final Setting<NonFinite.Policy> POLICY =
      Setting.choice(
          "policy",
          NonFinite.Policy.class,
          "Let it through, make it 0, change nothing in this step, or in no step any more.");

  /** Made by the service loader. */
  public NonFiniteProvider() {
    super(
        NonFinite.NAME,
        "what an infinite or NaN gradient does to the step; first in its chain",
        Set.of(Trait.WRAPPER, Trait.STATEFUL),
        POLICY);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new NonFinite(settings.get(POLICY));
  }
}
