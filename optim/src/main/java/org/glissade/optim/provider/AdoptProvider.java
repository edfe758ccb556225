package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.optimizer.Adopt;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.transform.GradientTransform;

/** Offers {@link Adopt}. */
public final class AdoptProvider extends Offer {
  private static final Setting<Double> B1 =
      Setting.number("b1", Range.closedOpen(0, 1), "Decay of the mean of g.").orElse(Adopt.B1);
  private static final Setting<Double> B2 =
      Setting.number("b2", Range.closedOpen(0, 1), "Decay of the mean of g².").orElse(Adopt.B2);
  private static final Setting<Double> EPS =
      Setting.number("eps", Range.above(0), "What the root is at least.").orElse(Adopt.EPS);

  /** Made by the service loader. */
  public AdoptProvider() {
    super(
        Adopt.NAME,
        "Adam that divides by the v of the step before, and clips to t^¼",
        Set.of(Trait.ELEMENT_WISE, Trait.STATEFUL),
        Rates.RATE,
        B1,
        B2,
        EPS);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new Adopt(Rates.of(settings), settings.get(B1), settings.get(B2), settings.get(EPS));
  }
}
