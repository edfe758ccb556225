package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.optimizer.Adan;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.transform.GradientTransform;

/** Offers {@link Adan}. */
public final class AdanProvider extends Offer {
  private static final Setting<Double> B1 =
      Setting.number("b1", Range.closedOpen(0, 1), "Decay of the mean of g.").orElse(Adan.B1);
  private static final Setting<Double> B2 =
      Setting.number("b2", Range.closedOpen(0, 1), "Decay of the mean of the change of g.")
          .orElse(Adan.B2);
  private static final Setting<Double> B3 =
      Setting.number("b3", Range.closedOpen(0, 1), "Decay of the mean of squares.").orElse(Adan.B3);
  private static final Setting<Double> EPS =
      Setting.number("eps", Range.above(0), "Added to the root.").orElse(Adan.EPS);
  private static final Setting<Double> EPS_ROOT =
      Setting.number("eps-root", Range.atLeast(0), "Added under the root.").orElse(Adan.EPS_ROOT);
  private static final Setting<Double> DECAY =
      Setting.number("decay", Range.atLeast(0), "How much of each parameter is added; 0 for none.")
          .orElse(Adan.DECAY);

  /** Made by the service loader. */
  public AdanProvider() {
    super(
        Adan.NAME,
        "Adam with the mean of the change of g: Nesterov without a look ahead",
        Set.of(Trait.ELEMENT_WISE, Trait.NEEDS_VALUES, Trait.STATEFUL),
        Rates.RATE,
        B1,
        B2,
        B3,
        EPS,
        EPS_ROOT,
        DECAY);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new Adan(
        Rates.of(settings),
        settings.get(B1),
        settings.get(B2),
        settings.get(B3),
        settings.get(EPS),
        settings.get(EPS_ROOT),
        settings.get(DECAY));
  }
}
