package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.Moments;
import org.glissade.optim.optimizer.RAdam;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.transform.GradientTransform;

/** Offers {@link RAdam}. */
public final class RAdamProvider extends Offer {
  private static final MomentSettings MOMENTS = MomentSettings.of(Moments.USUAL);
  private static final Setting<RAdam.Dialect> DIALECT =
      Setting.choice("dialect", RAdam.Dialect.class, "Whose numbers.").orElse(RAdam.Dialect.OPTAX);

  /** Made by the service loader. */
  public RAdamProvider() {
    super(
        RAdam.NAME,
        "Adam that leaves out v̂ until its variance is known; no warm-up needed",
        Set.of(Trait.ELEMENT_WISE, Trait.STATEFUL),
        Rates.RATE,
        MOMENTS.b1(),
        MOMENTS.b2(),
        MOMENTS.eps(),
        DIALECT);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new RAdam(Rates.of(settings), MOMENTS.of(settings), settings.get(DIALECT));
  }
}
