package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.Ema;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link Ema}. */
public final class EmaProvider extends Offer {
  private static final Setting<CallText> DECAY =
      Scheduled.fixed("decay", Range.closedOpen(0, 1), "What is kept of the mean in each step.");
  private static final Setting<Boolean> DEBIAS =
      Setting.flag("debias", "Whether the mean is corrected for having begun at 0.").orElse(true);

  /** Made by the service loader. */
  public EmaProvider() {
    super(
        Ema.NAME,
        "the running mean of g, corrected for having begun at 0",
        Set.of(Trait.ELEMENT_WISE, Trait.STATEFUL),
        DECAY,
        DEBIAS);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new Ema(Scheduled.of(DECAY, settings), settings.get(DEBIAS));
  }
}
