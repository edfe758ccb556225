package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.Nesterov;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link Nesterov}. */
public final class NesterovProvider extends Offer {
  private static final Setting<CallText> DECAY =
      Scheduled.number("decay", Range.open(0, 1), 0.9, "What is kept of the trace in each step.");

  /** Made by the service loader. */
  public NesterovProvider() {
    super(
        Nesterov.NAME,
        "g + decay·trace with trace = g + decay·trace",
        Set.of(Trait.ELEMENT_WISE, Trait.STATEFUL),
        DECAY);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new Nesterov(Scheduled.of(DECAY, settings));
  }
}
