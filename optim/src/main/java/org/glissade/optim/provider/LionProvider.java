package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.optimizer.Lion;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link Lion}. */
public final class LionProvider extends Offer {
  private static final Setting<CallText> B1 =
      Scheduled.fixed("b1", Range.closedOpen(0, 1), Lion.B1, "Weight of m in the update.");
  private static final Setting<CallText> B2 =
      Scheduled.fixed("b2", Range.closedOpen(0, 1), Lion.B2, "Decay of the mean of g.");
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
        Rates.of(settings),
        Scheduled.of(B1, settings),
        Scheduled.of(B2, settings),
        Scheduled.of(DECAY, settings));
  }
}
