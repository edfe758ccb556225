package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.optimizer.Momo;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link Momo}. */
public final class MomoProvider extends Offer {
  private static final Setting<CallText> BETA =
      Scheduled.fixed("beta", Range.closedOpen(0, 1), Momo.BETA, "Decay of the means.");
  private static final Setting<CallText> BOUND =
      Scheduled.fixed("bound", Range.any(), Momo.BOUND, "The least loss that can be reached.");
  private static final Setting<CallText> DECAY =
      Scheduled.fixed(
          "decay",
          Range.atLeast(0),
          Momo.DECAY,
          "How much of each parameter is added; 0 for none.");

  /** Made by the service loader. */
  public MomoProvider() {
    super(
        Momo.NAME,
        "momentum whose step size comes from the loss, at most rate",
        Set.of(Trait.NEEDS_VALUES, Trait.NEEDS_LOSS, Trait.STATEFUL),
        Rates.ONE,
        BETA,
        BOUND,
        DECAY);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new Momo(
        Scheduled.of(Rates.ONE, settings),
        Scheduled.of(BETA, settings),
        Scheduled.of(BOUND, settings),
        Scheduled.of(DECAY, settings));
  }
}
