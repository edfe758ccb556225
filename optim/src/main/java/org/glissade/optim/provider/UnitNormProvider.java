package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.constraint.UnitNorm;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link UnitNorm}. */
public final class UnitNormProvider extends Offer {
  private static final Setting<CallText> RADIUS =
      Scheduled.fixed("radius", Range.above(0), 1, "The norm.");
  private static final Setting<CallText> EPS =
      Scheduled.fixed("eps", Range.atLeast(0), 0, "Added to the norm; Keras' is 1e-7.");

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
        Scheduled.of(RADIUS, settings),
        settings.get(Norms.EXTENT),
        Scheduled.of(EPS, settings),
        Selections.of(settings));
  }
}
