package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.Scale;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link Scale}. */
public final class ScaleProvider extends Offer {
  private static final Setting<CallText> FACTOR =
      Scheduled.number("factor", Range.any(), "What every element is multiplied by; 0 freezes.");

  /** Made by the service loader. */
  public ScaleProvider() {
    super(
        Scale.NAME,
        "factor·g",
        Set.of(Trait.SCALE_EQUIVARIANT, Trait.ZERO_PRESERVING, Trait.ELEMENT_WISE),
        FACTOR);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new Scale(Scheduled.of(FACTOR, settings));
  }
}
