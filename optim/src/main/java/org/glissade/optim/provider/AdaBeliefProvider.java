package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.optimizer.AdaBelief;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.transform.GradientTransform;

/** Offers {@link AdaBelief}. */
public final class AdaBeliefProvider extends Offer {
  private static final Setting<Double> B1 =
      Setting.number("b1", Range.closedOpen(0, 1), "Decay of the mean of g.").orElse(AdaBelief.B1);
  private static final Setting<Double> B2 =
      Setting.number("b2", Range.closedOpen(0, 1), "Decay of the mean of (g - m)².")
          .orElse(AdaBelief.B2);
  private static final Setting<Double> EPS =
      Setting.number("eps", Range.above(0), "Added to the root.").orElse(AdaBelief.EPS);
  private static final Setting<Double> EPS_ROOT =
      Setting.number("eps-root", Range.atLeast(0), "Added to s in each step.")
          .orElse(AdaBelief.EPS_ROOT);

  /** Made by the service loader. */
  public AdaBeliefProvider() {
    super(
        AdaBelief.NAME,
        "rate·m̂/(√ŝ + eps), s being the running mean of (g - m)²",
        Set.of(Trait.ELEMENT_WISE, Trait.STATEFUL),
        Rates.RATE,
        B1,
        B2,
        EPS,
        EPS_ROOT);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new AdaBelief(
        Rates.of(settings),
        settings.get(B1),
        settings.get(B2),
        settings.get(EPS),
        settings.get(EPS_ROOT));
  }
}
