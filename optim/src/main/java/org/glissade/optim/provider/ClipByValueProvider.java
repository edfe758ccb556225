package org.glissade.optim.provider;

import java.util.Optional;
import java.util.Set;
import org.glissade.optim.ClipByValue;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.transform.GradientTransform;

/** Offers {@link ClipByValue}. */
public final class ClipByValueProvider extends Offer {
  private static final Setting<Double> BOUND =
      Setting.number("bound", Range.any(), "The c of [-c, c]; the lower bound if high is given.");
  private static final Setting<Double> HIGH =
      Setting.number("high", Range.atLeast(0), "The upper bound; c if it is not given.").optional();

  /** Made by the service loader. */
  public ClipByValueProvider() {
    super(
        ClipByValue.NAME,
        "min(max(g, low), high): moves each element into [low, high]",
        Set.of(Trait.IDEMPOTENT, Trait.ZERO_PRESERVING, Trait.ELEMENT_WISE),
        BOUND,
        HIGH);
  }

  @Override
  public GradientTransform create(Settings settings) {
    double bound = settings.get(BOUND);
    Optional<Double> high = settings.find(HIGH);
    if (high.isPresent()) {
      if (bound > 0) {
        throw settings.refuse(BOUND.name(), "<= 0 where high is given");
      }
      return new ClipByValue(bound, high.get());
    }
    if (bound <= 0) {
      throw settings.refuse(BOUND.name(), "> 0, or a lower bound with high=...");
    }
    return new ClipByValue(bound);
  }
}
