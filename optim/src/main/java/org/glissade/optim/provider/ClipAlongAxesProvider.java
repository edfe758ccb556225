package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.clip.ClipAlongAxes;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link ClipAlongAxes}. */
public final class ClipAlongAxesProvider extends Offer {
  private static final Setting<CallText> MAX_NORM =
      Scheduled.number(
          ClipAlongAxes.MAX_NORM, Range.above(0), "The largest norm that passes unchanged, c.");
  private static final Setting<String> AXES =
      Setting.text(
          "axes", "Those of each norm, in quotes: 0 or several with commas; -1 is the last.");

  /** Made by the service loader. */
  public ClipAlongAxesProvider() {
    super(
        ClipAlongAxes.NAME,
        "g·c/max(‖g‖, c), each norm along some axes of a parameter",
        Set.of(Trait.IDEMPOTENT, Trait.ZERO_PRESERVING),
        MAX_NORM,
        AXES,
        Norms.P);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new ClipAlongAxes(
        Scheduled.of(MAX_NORM, settings), Numbers.steps(AXES, settings), settings.get(Norms.P));
  }
}
