package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.optimizer.Signum;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link Signum}. */
public final class SignumProvider extends Offer {
  private static final Setting<CallText> BETA =
      Scheduled.fixed("beta", Range.closedOpen(0, 1), Signum.BETA, "Decay of the mean of g.");

  /** Made by the service loader. */
  public SignumProvider() {
    super(
        Signum.NAME,
        "rate·sign of the running mean of g",
        Set.of(Trait.ELEMENT_WISE, Trait.STATEFUL),
        Rates.RATE,
        BETA);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new Signum(Rates.of(settings), Scheduled.of(BETA, settings));
  }
}
