package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.optimizer.AdaBelief;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link AdaBelief}. */
public final class AdaBeliefProvider extends Offer {
  private static final MomentSettings MOMENTS =
      MomentSettings.of(
          AdaBelief.USUAL,
          "Decay of the mean of g.",
          "Decay of the mean of (g - m)².",
          "Added to the root.");
  private static final Setting<CallText> EPS_ROOT =
      Scheduled.fixed("eps-root", Range.atLeast(0), AdaBelief.EPS_ROOT, "Added to s in each step.");

  /** Made by the service loader. */
  public AdaBeliefProvider() {
    super(
        AdaBelief.NAME,
        "rate·m̂/(√ŝ + eps), s being the running mean of (g - m)²",
        Set.of(Trait.ELEMENT_WISE, Trait.STATEFUL),
        Rates.RATE,
        MOMENTS.b1(),
        MOMENTS.b2(),
        MOMENTS.eps(),
        EPS_ROOT);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new AdaBelief(
        Rates.of(settings), MOMENTS.of(settings), Scheduled.of(EPS_ROOT, settings));
  }
}
