package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.optimizer.AdaDelta;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link AdaDelta}. */
public final class AdaDeltaProvider extends Offer {
  private static final Setting<CallText> RHO =
      Scheduled.fixed("rho", Range.closedOpen(0, 1), AdaDelta.RHO, "Decay of the means.");
  private static final Setting<CallText> EPS =
      Scheduled.fixed("eps", Range.above(0), AdaDelta.EPS, "Added to the root.");

  /** Made by the service loader. */
  public AdaDeltaProvider() {
    super(
        AdaDelta.NAME,
        "rate·g·√(x + eps)/√(v + eps), x and v means of squared updates and g²",
        Set.of(Trait.ELEMENT_WISE, Trait.STATEFUL),
        Rates.RATE,
        RHO,
        EPS);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new AdaDelta(
        Rates.of(settings), Scheduled.of(RHO, settings), Scheduled.of(EPS, settings));
  }
}
