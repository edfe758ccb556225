package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.optimizer.Lion;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link Lion}. */
public final class LionProvider extends Offer {
  private static final Setting<Double> B1 =
      Setting.number("b1", Range.closedOpen(0, 1), "Weight of m in the update.").orElse(Lion.B1);
  private static final Setting<Double> B2 =
      Setting.number("b2", Range.closedOpen(0, 1), "Decay of the mean of g.").orElse(Lion.B2);
  private static final Setting<CallText> DECAY = Rates.decay(Lion.DECAY);

  /** Made by the service loader. */
  public LionProvider() {
    super(
        Lion.NAME,
        "rate·(sign(b1·m + (1 - b1)·g) + decay·p)",
        Set.of(Trait.ELEMENT_WISE, Trait.NEEDS_VALUES, Trait.STATEFUL),
        Rates.RATE,
        B1,
        B2,
        DECAY);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new Lion(
        Rates.of(settings), settings.get(B1), settings.get(B2), Scheduled.of(DECAY, settings));
  }
}
