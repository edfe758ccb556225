package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.constraint.MinMaxNorm;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link MinMaxNorm}. */
public final class MinMaxNormProvider extends Offer {
  private static final Setting<CallText> MIN =
      Scheduled.fixed("min", Range.atLeast(0), "The least norm.");
  private static final Setting<CallText> MAX =
      Scheduled.fixed("max", Range.above(0), "The largest norm.");
  private static final Setting<CallText> RATE =
      Scheduled.fixed("rate", Range.openClosed(0, 1), 1, "The share of the way in each step.");
  private static final Setting<CallText> EPS =
      Scheduled.fixed("eps", Range.atLeast(0), 0, "Added to the norm; Keras' is 1e-7.");

  /** Made by the service loader. */
  public MinMaxNormProvider() {
    super(
        MinMaxNorm.NAME,
        "an update that moves norms of weights into [min, max]; last in its chain",
        Set.of(Trait.NEEDS_VALUES),
        MIN,
        MAX,
        Norms.EXTENT,
        RATE,
        EPS,
        Selections.KIND,
        Selections.NAME);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new MinMaxNorm(
        Scheduled.of(MIN, settings),
        Scheduled.of(MAX, settings),
        settings.get(Norms.EXTENT),
        Scheduled.of(RATE, settings),
        Scheduled.of(EPS, settings),
        Selections.of(settings));
  }
}
