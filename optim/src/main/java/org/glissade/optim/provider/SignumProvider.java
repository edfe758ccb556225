package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.optimizer.Signum;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.transform.GradientTransform;

/** Offers {@link Signum}. */
public final class SignumProvider extends Offer {
  private static final Setting<Double> BETA =
      Setting.number("beta", Range.closedOpen(0, 1), "Decay of the mean of g.").orElse(Signum.BETA);

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
    return new Signum(Rates.of(settings), settings.get(BETA));
  }
}
