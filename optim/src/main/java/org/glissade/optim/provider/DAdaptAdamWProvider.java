package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.optimizer.DAdaptAdamW;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.transform.GradientTransform;

/** Offers {@link DAdaptAdamW}. */
public final class DAdaptAdamWProvider extends Offer {
  private static final Setting<Double> B1 =
      Setting.number("b1", Range.closedOpen(0, 1), "Decay of the mean of g.")
          .orElse(DAdaptAdamW.B1);
  private static final Setting<Double> B2 =
      Setting.number("b2", Range.closedOpen(0, 1), "Decay of the mean of g².")
          .orElse(DAdaptAdamW.B2);
  private static final Setting<Double> EPS =
      Setting.number("eps", Range.above(0), "Added to the root.").orElse(DAdaptAdamW.EPS);
  private static final Setting<Double> INITIAL =
      Setting.number("initial", Range.above(0), "The first d.").orElse(DAdaptAdamW.INITIAL);
  private static final Setting<Double> DECAY =
      Setting.number("decay", Range.atLeast(0), "How much of each parameter is added; 0 for none.")
          .orElse(DAdaptAdamW.DECAY);

  /** Made by the service loader. */
  public DAdaptAdamWProvider() {
    super(
        DAdaptAdamW.NAME,
        "AdamW that learns its rate from how far the gradients agree",
        Set.of(Trait.NEEDS_VALUES, Trait.STATEFUL),
        Rates.ONE,
        B1,
        B2,
        EPS,
        INITIAL,
        DECAY);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new DAdaptAdamW(
        Scheduled.of(Rates.ONE, settings),
        settings.get(B1),
        settings.get(B2),
        settings.get(EPS),
        settings.get(INITIAL),
        settings.get(DECAY));
  }
}
