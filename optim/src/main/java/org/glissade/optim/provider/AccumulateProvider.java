package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.transform.Accumulate;
import org.glissade.transform.GradientTransform;

/** Offers {@link Accumulate}. */
public final class AccumulateProvider extends Offer {
  private static final Setting<Integer> STEPS =
      Setting.integer("steps", Range.atLeast(2), "How many gradients make one update.");

  /** Made by the service loader. */
  public AccumulateProvider() {
    super(
        Accumulate.NAME,
        "runs the rest once in so many steps, on the mean of their gradients",
        Set.of(Trait.WRAPPER, Trait.STATEFUL),
        STEPS);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new Accumulate(settings.get(STEPS));
  }
}
