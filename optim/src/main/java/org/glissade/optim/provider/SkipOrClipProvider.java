package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.clip.SkipOrClip;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.transform.GradientTransform;

/** Offers {@link SkipOrClip}. */
public final class SkipOrClipProvider extends Offer {
  private static final Setting<Double> SKIP =
      Setting.number("skip", Range.above(0), "From where on a step is skipped; above clip.");
  private static final Setting<Double> CLIP =
      Setting.number("clip", Range.above(0), "The largest norm that passes unchanged.");

  /** Made by the service loader. */
  public SkipOrClipProvider() {
    super(
        SkipOrClip.NAME,
        "skips steps whose norm is not below skip, and clips the others to clip",
        Set.of(Trait.WRAPPER, Trait.STATEFUL),
        SKIP,
        CLIP);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new SkipOrClip(settings.get(SKIP), settings.get(CLIP));
  }
}
