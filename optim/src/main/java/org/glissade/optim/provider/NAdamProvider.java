package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.Moments;
import org.glissade.optim.Schedule;
import org.glissade.optim.optimizer.NAdam;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.transform.GradientTransform;

/** Offers {@link NAdam}. */
public final class NAdamProvider extends Offer {
  private static final MomentSettings MOMENTS = MomentSettings.of(Moments.USUAL);
  private static final Setting<NAdam.Dialect> DIALECT =
      Setting.choice("dialect", NAdam.Dialect.class, "Whose numbers.").orElse(NAdam.Dialect.OPTAX);

  /** Made by the service loader. */
  public NAdamProvider() {
    super(
        NAdam.NAME,
        "rate·(look-ahead mean of g)/(√v̂ + eps): Adam with Nesterov momentum",
        Set.of(Trait.ELEMENT_WISE, Trait.STATEFUL),
        Rates.RATE,
        MOMENTS.b1(),
        MOMENTS.b2(),
        MOMENTS.eps(),
        DIALECT);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new NAdam(
        Rates.of(settings), MOMENTS.of(settings), Schedule.constant(0), settings.get(DIALECT));
  }
}
