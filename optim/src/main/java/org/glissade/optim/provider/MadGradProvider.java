package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.optimizer.MadGrad;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link MadGrad}. */
public final class MadGradProvider extends Offer {
  private static final Setting<CallText> MOMENTUM =
      Scheduled.fixed(
          "momentum",
          Range.closedOpen(0, 1),
          MadGrad.MOMENTUM,
          "What is kept of the parameter in each step.");
  private static final Setting<CallText> EPS =
      Scheduled.fixed(
          "eps", Range.above(0), MadGrad.EPS, "Added to the cube root, and to the rate.");

  /** Made by the service loader. */
  public MadGradProvider() {
    super(
        MadGrad.NAME,
        "dual averaging from the first weights, divided by the cube root of ∑g²",
        Set.of(Trait.ELEMENT_WISE, Trait.NEEDS_VALUES, Trait.STATEFUL),
        Rates.RATE,
        MOMENTUM,
        EPS);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new MadGrad(
        Rates.of(settings), Scheduled.of(MOMENTUM, settings), Scheduled.of(EPS, settings));
  }
}
