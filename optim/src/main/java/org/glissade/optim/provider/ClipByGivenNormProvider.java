package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.clip.ClipByGivenNorm;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link ClipByGivenNorm}. */
public final class ClipByGivenNormProvider extends Offer {
  private static final Setting<CallText> MAX_NORM =
      Scheduled.number(
          ClipByGivenNorm.MAX_NORM, Range.above(0), "The largest norm that passes unchanged, c.");
  private static final Setting<CallText> NORM =
      Scheduled.number("norm", Range.atLeast(0), "The norm until the host writes another.");

  /** Made by the service loader. */
  public ClipByGivenNormProvider() {
    super(
        ClipByGivenNorm.NAME,
        "g·c/max(n, c), where the host writes the norm n between steps",
        Set.of(Trait.SCALE_EQUIVARIANT, Trait.ZERO_PRESERVING, Trait.ELEMENT_WISE),
        MAX_NORM,
        NORM);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new ClipByGivenNorm(Scheduled.of(MAX_NORM, settings), Scheduled.of(NORM, settings));
  }
}
