package org.glissade.optim.provider;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.glissade.optim.clip.ClipAlongAxes;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.transform.GradientTransform;

/** Offers {@link ClipAlongAxes}. */
public final class ClipAlongAxesProvider extends Offer {
  private static final Setting<Double> MAX_NORM =
      Setting.number("max-norm", Range.above(0), "The largest norm that passes unchanged, c.");
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
    return new ClipAlongAxes(settings.get(MAX_NORM), axes(settings), settings.get(Norms.P));
  }

  private static List<Integer> axes(Settings settings) {
    try {
      return Arrays.stream(settings.get(AXES).split(",", -1))
          .map(word -> Integer.valueOf(word.strip()))
          .toList();
    } catch (NumberFormatException word) {
      throw settings.refuse(AXES.name(), "whole numbers, with commas between them");
    }
  }
}
