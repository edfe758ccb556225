package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.optimizer.Adan;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link Adan}. */
public final class AdanProvider extends Offer {
  private static final MomentSettings MOMENTS =
      MomentSettings.of(
          Adan.USUAL,
          "Decay of the mean of g.",
          "Decay of the mean of the change of g.",
          "Added to the root.");
  private static final Setting<CallText> B3 =
      Scheduled.fixed("b3", Range.closedOpen(0, 1), Adan.B3, "Decay of the mean of squares.");
  private static final Setting<CallText> EPS_ROOT =
      Scheduled.fixed("eps-root", Range.atLeast(0), Adan.EPS_ROOT, "Added under the root.");
  private static final Setting<CallText> DECAY = Rates.decay(0);

  /** Made by the service loader. */
  public AdanProvider() {
    super(
        Adan.NAME,
        "Adam with the mean of the change of g: Nesterov without a look ahead",
        Set.of(Trait.ELEMENT_WISE, Trait.NEEDS_VALUES, Trait.STATEFUL),
        Rates.RATE,
        MOMENTS.b1(),
        MOMENTS.b2(),
        B3,
        MOMENTS.eps(),
        EPS_ROOT,
        DECAY);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new Adan(
        Rates.of(settings),
        MOMENTS.of(settings),
        Scheduled.of(B3, settings),
        Scheduled.of(EPS_ROOT, settings),
        Scheduled.of(DECAY, settings));
  }
}
