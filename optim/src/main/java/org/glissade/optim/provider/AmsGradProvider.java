package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.optimizer.AmsGrad;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.transform.GradientTransform;

/** Offers {@link AmsGrad}. */
public final class AmsGradProvider extends Offer {
  private static final Setting<Double> B1 =
      Setting.number("b1", Range.closedOpen(0, 1), "Decay of the mean of g.").orElse(AmsGrad.B1);
  private static final Setting<Double> B2 =
      Setting.number("b2", Range.closedOpen(0, 1), "Decay of the mean of g².").orElse(AmsGrad.B2);
  private static final Setting<Double> EPS =
      Setting.number("eps", Range.above(0), "Added to the root.").orElse(AmsGrad.EPS);
  private static final Setting<AmsGrad.Dialect> DIALECT =
      Setting.choice("dialect", AmsGrad.Dialect.class, "Whose numbers.")
          .orElse(AmsGrad.Dialect.OPTAX);

  /** Made by the service loader. */
  public AmsGradProvider() {
    super(
        AmsGrad.NAME,
        "rate·m̂/(√(largest v̂ so far) + eps)",
        Set.of(Trait.ELEMENT_WISE, Trait.STATEFUL),
        Rates.RATE,
        B1,
        B2,
        EPS,
        DIALECT);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new AmsGrad(
        Rates.of(settings),
        settings.get(B1),
        settings.get(B2),
        settings.get(EPS),
        settings.get(DIALECT));
  }
}
