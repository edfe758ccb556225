package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.optimizer.RAdam;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.transform.GradientTransform;

/** Offers {@link RAdam}. */
public final class RAdamProvider extends Offer {
  private static final Setting<Double> B1 =
      Setting.number("b1", Range.closedOpen(0, 1), "Decay of the mean of g.").orElse(RAdam.B1);
  private static final Setting<Double> B2 =
      Setting.number("b2", Range.closedOpen(0, 1), "Decay of the mean of g².").orElse(RAdam.B2);
  private static final Setting<Double> EPS =
      Setting.number("eps", Range.above(0), "Added to the root.").orElse(RAdam.EPS);
  private static final Setting<RAdam.Dialect> DIALECT =
      Setting.choice("dialect", RAdam.Dialect.class, "Whose numbers.").orElse(RAdam.Dialect.OPTAX);

  /** Made by the service loader. */
  public RAdamProvider() {
    super(
        RAdam.NAME,
        "Adam that leaves out v̂ until its variance is known; no warm-up needed",
        Set.of(Trait.ELEMENT_WISE, Trait.STATEFUL),
        Rates.RATE,
        B1,
        B2,
        EPS,
        DIALECT);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new RAdam(
        Rates.of(settings),
        settings.get(B1),
        settings.get(B2),
        settings.get(EPS),
        settings.get(DIALECT));
  }
}
