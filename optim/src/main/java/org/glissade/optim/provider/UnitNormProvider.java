package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.constraint.UnitNorm;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.transform.GradientTransform;

/** Offers {@link UnitNorm}. */
public final class UnitNormProvider extends Offer {
  private static final Setting<Double> RADIUS =
      Setting.number("radius", Range.above(0), "The norm.").orElse(1.0);
  private static final Setting<Double> EPS =
      Setting.number("eps", Range.atLeast(0), "Added to the norm; Keras' is 1e-7.").orElse(0.0);

  /** Made by the service loader. */
  public UnitNormProvider() {
    super(
        UnitNorm.NAME,
        "an update that gives weights the norm radius; last in its chain",
        Set.of(Trait.NEEDS_VALUES),
        Norms.EXTENT,
        RADIUS,
        EPS,
        Selections.KIND,
        Selections.NAME);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new UnitNorm(
        settings.get(RADIUS),
        settings.get(Norms.EXTENT),
        settings.get(EPS),
        Selections.of(settings));
  }
}
