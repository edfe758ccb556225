package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.Adam;
import org.glissade.optim.Moments;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.transform.GradientTransform;

/** Offers {@link Adam}. */
public final class AdamProvider extends Offer {
  static final MomentSettings MOMENTS = MomentSettings.of(Moments.USUAL);
  static final Setting<Adam.Dialect> DIALECT =
      Setting.choice("dialect", Adam.Dialect.class, "Whose numbers.").orElse(Adam.Dialect.OPTAX);

  /** Made by the service loader. */
  public AdamProvider() {
    super(
        Adam.NAME,
        "rate·m̂/(√v̂ + eps), m and v being running means of g and g²",
        Set.of(Trait.ELEMENT_WISE, Trait.STATEFUL),
        Rates.RATE,
        MOMENTS.b1(),
        MOMENTS.b2(),
        MOMENTS.eps(),
        DIALECT);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new Adam(Rates.of(settings), MOMENTS.of(settings), settings.get(DIALECT));
  }
}
