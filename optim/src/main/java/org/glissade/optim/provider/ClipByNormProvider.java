package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.ClipByNorm;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link ClipByNorm}. */
public final class ClipByNormProvider extends Offer {
  private static final Setting<CallText> MAX_NORM =
      Scheduled.number("max-norm", Range.above(0), "The largest norm that passes unchanged, c.");

  /** Made by the service loader. */
  public ClipByNormProvider() {
    super(
        ClipByNorm.NAME,
        "g·c/max(‖g‖, c): shortens what is longer than c",
        Set.of(Trait.IDEMPOTENT, Trait.ZERO_PRESERVING, Trait.DIRECTION_KEEPING, Trait.SHORTENING),
        MAX_NORM,
        Norms.EXTENT,
        Norms.P);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new ClipByNorm(
        Scheduled.of(MAX_NORM, settings), settings.get(Norms.EXTENT), settings.get(Norms.P));
  }
}
