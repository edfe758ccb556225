package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.clip.ClipGradNorm;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link ClipGradNorm}. */
public final class ClipGradNormProvider extends Offer {
  private static final Setting<CallText> MAX_NORM =
      Scheduled.number(ClipGradNorm.MAX_NORM, Range.above(0), "The largest norm, c.");
  private static final Setting<CallText> EPS =
      Scheduled.fixed("eps", Range.above(0), ClipGradNorm.EPS, "Added to the norm.");

  /** Made by the service loader. */
  public ClipGradNormProvider() {
    super(
        ClipGradNorm.NAME,
        "g·min(1, c/(‖g‖ + eps)): PyTorch's clip, which ends below c",
        Set.of(Trait.ZERO_PRESERVING, Trait.DIRECTION_KEEPING, Trait.SHORTENING),
        MAX_NORM,
        Norms.EXTENT,
        Norms.P,
        EPS);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new ClipGradNorm(
        Scheduled.of(MAX_NORM, settings),
        settings.get(Norms.EXTENT),
        settings.get(Norms.P),
        Scheduled.of(EPS, settings));
  }
}
