package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.clip.ClipByAverageNorm;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link ClipByAverageNorm}. */
public final class ClipByAverageNormProvider extends Offer {
  private static final Setting<CallText> MAX_NORM =
      Scheduled.number(
          ClipByAverageNorm.MAX_NORM,
          Range.above(0),
          "The largest ‖g‖/n that passes unchanged, c.");

  /** Made by the service loader. */
  public ClipByAverageNormProvider() {
    super(
        ClipByAverageNorm.NAME,
        "g·c/max(‖g‖/n, c) for n elements: shortens what is above c",
        Set.of(Trait.IDEMPOTENT, Trait.ZERO_PRESERVING, Trait.DIRECTION_KEEPING, Trait.SHORTENING),
        MAX_NORM,
        Norms.EXTENT);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new ClipByAverageNorm(Scheduled.of(MAX_NORM, settings), settings.get(Norms.EXTENT));
  }
}
