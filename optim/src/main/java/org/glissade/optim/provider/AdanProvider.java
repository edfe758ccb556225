package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.optimizer.Adan;
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
  private static final Setting<Double> B3 =
      Setting.number("b3", Range.closedOpen(0, 1), "Decay of the mean of squares.").orElse(Adan.B3);
  private static final Setting<Double> EPS_ROOT =
      Setting.number("eps-root", Range.atLeast(0), "Added under the root.").orElse(Adan.EPS_ROOT);
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
        settings.get(B3),
        settings.get(EPS_ROOT),
        Scheduled.of(DECAY, settings));
  }
}
