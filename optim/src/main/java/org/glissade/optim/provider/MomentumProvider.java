package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.Momentum;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link Momentum}. */
public final class MomentumProvider extends Offer {
  private static final Setting<CallText> DECAY =
      Scheduled.number("decay", Range.open(0, 1), 0.9, "What is kept of the trace in each step.");
  static final Setting<CallText> DAMPENING =
      Scheduled.number(
          Momentum.DAMPENING,
          Range.closedOpen(0, 1),
          0,
          "What is left out of each gradient but the first.");

  /** Made by the service loader. */
  public MomentumProvider() {
    super(
        Momentum.NAME,
        "trace = g + decay·trace, which is the update",
        Set.of(Trait.ELEMENT_WISE, Trait.STATEFUL),
        DECAY,
        DAMPENING);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new Momentum(Scheduled.of(DECAY, settings), Scheduled.of(DAMPENING, settings));
  }
}
