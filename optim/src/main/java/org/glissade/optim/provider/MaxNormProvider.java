package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.constraint.MaxNorm;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link MaxNorm}. */
public final class MaxNormProvider extends Offer {
  private static final Setting<CallText> MAX =
      Scheduled.number(MaxNorm.MAX, Range.above(0), "The largest norm.");
  private static final Setting<CallText> EPS =
      Scheduled.fixed("eps", Range.atLeast(0), 0, "Added to the norm; Keras' is 1e-7.");

  /** Made by the service loader. */
  public MaxNormProvider() {
    super(
        MaxNorm.NAME,
        "an update that leaves no norm of weights above max; last in its chain",
        Set.of(Trait.NEEDS_VALUES),
        MAX,
        Norms.EXTENT,
        EPS,
        Selections.KIND,
        Selections.NAME);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new MaxNorm(
        Scheduled.of(MAX, settings),
        settings.get(Norms.EXTENT),
        Scheduled.of(EPS, settings),
        Selections.of(settings));
  }
}
