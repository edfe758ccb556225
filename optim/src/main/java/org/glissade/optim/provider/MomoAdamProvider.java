package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.Moments;
import org.glissade.optim.optimizer.MomoAdam;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link MomoAdam}. */
public final class MomoAdamProvider extends Offer {
  private static final MomentSettings MOMENTS = MomentSettings.of(Moments.USUAL);
  private static final Setting<CallText> BOUND =
      Scheduled.fixed("bound", Range.any(), MomoAdam.BOUND, "The least loss that can be reached.");
  private static final Setting<CallText> DECAY =
      Scheduled.fixed(
          "decay",
          Range.atLeast(0),
          MomoAdam.DECAY,
          "How much of each parameter is added; 0 for none.");

  /** Made by the service loader. */
  public MomoAdamProvider() {
    super(
        MomoAdam.NAME,
        "Adam whose step size comes from the loss, at most rate",
        Set.of(Trait.NEEDS_VALUES, Trait.NEEDS_LOSS, Trait.STATEFUL),
        Rates.RATE,
        MOMENTS.b1(),
        MOMENTS.b2(),
        MOMENTS.eps(),
        BOUND,
        DECAY);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new MomoAdam(
        Rates.of(settings),
        MOMENTS.of(settings),
        Scheduled.of(BOUND, settings),
        Scheduled.of(DECAY, settings));
  }
}
