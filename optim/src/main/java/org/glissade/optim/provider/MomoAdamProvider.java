package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.optimizer.MomoAdam;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.transform.GradientTransform;

/** Offers {@link MomoAdam}. */
public final class MomoAdamProvider extends Offer {
  private static final Setting<Double> B1 =
      Setting.number("b1", Range.closedOpen(0, 1), "Decay of the mean of g.").orElse(MomoAdam.B1);
  private static final Setting<Double> B2 =
      Setting.number("b2", Range.closedOpen(0, 1), "Decay of the mean of g².").orElse(MomoAdam.B2);
  private static final Setting<Double> EPS =
      Setting.number("eps", Range.above(0), "Added to the root.").orElse(MomoAdam.EPS);
  private static final Setting<Double> BOUND =
      Setting.number("bound", Range.any(), "The least loss that can be reached.")
          .orElse(MomoAdam.BOUND);
  private static final Setting<Double> DECAY =
      Setting.number("decay", Range.atLeast(0), "How much of each parameter is added; 0 for none.")
          .orElse(MomoAdam.DECAY);

  /** Made by the service loader. */
  public MomoAdamProvider() {
    super(
        MomoAdam.NAME,
        "Adam whose step size comes from the loss, at most rate",
        Set.of(Trait.NEEDS_VALUES, Trait.NEEDS_LOSS, Trait.STATEFUL),
        Rates.RATE,
        B1,
        B2,
        EPS,
        BOUND,
        DECAY);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new MomoAdam(
        Rates.of(settings),
        settings.get(B1),
        settings.get(B2),
        settings.get(EPS),
        settings.get(BOUND),
        settings.get(DECAY));
  }
}
