package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.Moments;
import org.glissade.optim.optimizer.AmsGrad;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.transform.GradientTransform;

/** Offers {@link AmsGrad}. */
public final class AmsGradProvider extends Offer {
  private static final MomentSettings MOMENTS = MomentSettings.of(Moments.USUAL);
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
        MOMENTS.b1(),
        MOMENTS.b2(),
        MOMENTS.eps(),
        DIALECT);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new AmsGrad(Rates.of(settings), MOMENTS.of(settings), settings.get(DIALECT));
  }
}
