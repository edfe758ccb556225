package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.constraint.MinMaxNorm;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.transform.GradientTransform;

/** Offers {@link MinMaxNorm}. */
public final class MinMaxNormProvider extends Offer {
  private static final Setting<Double> MIN =
      Setting.number("min", Range.atLeast(0), "The least norm.");
  private static final Setting<Double> MAX =
      Setting.number("max", Range.above(0), "The largest norm.");
  private static final Setting<Double> RATE =
      Setting.number("rate", Range.openClosed(0, 1), "The share of the way in each step.")
          .orElse(1.0);
  private static final Setting<Double> EPS =
      Setting.number("eps", Range.atLeast(0), "Added to the norm; Keras' is 1e-7.").orElse(0.0);

  /** Made by the service loader. */
  public MinMaxNormProvider() {
    super(
        MinMaxNorm.NAME,
        "an update that moves norms of weights into [min, max]; last in its chain",
        Set.of(Trait.NEEDS_VALUES),
        MIN,
        MAX,
        Norms.EXTENT,
        RATE,
        EPS,
        Selections.KIND,
        Selections.NAME);
  }

  @Override
  public GradientTransform create(Settings settings) {
    double min = settings.get(MIN);
    double max = settings.get(MAX);
    if (min >= max) {
      throw settings.refuse(MAX.name(), "above min (" + min + ")");
    }
    return new MinMaxNorm(
        min,
        max,
        settings.get(Norms.EXTENT),
        settings.get(RATE),
        settings.get(EPS),
        Selections.of(settings));
  }
}
