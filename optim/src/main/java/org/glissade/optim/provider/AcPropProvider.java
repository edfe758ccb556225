package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.optimizer.AcProp;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link AcProp}. */
public final class AcPropProvider extends Offer {
  private static final MomentSettings MOMENTS =
      MomentSettings.of(
          AcProp.USUAL,
          "Decay of the mean of g.",
          "Decay of the mean of (g - m)².",
          "Added to the root.");
  private static final Setting<CallText> EPS_ROOT =
      Scheduled.fixed("eps-root", Range.atLeast(0), AcProp.EPS_ROOT, "Added to s in each step.");

  /** Made by the service loader. */
  public AcPropProvider() {
    super(
        AcProp.NAME,
        "rate·g/(√ŝ + eps), s of the step before: the mean of (g - m)²",
        Set.of(Trait.ELEMENT_WISE, Trait.STATEFUL),
        Rates.RATE,
        MOMENTS.b1(),
        MOMENTS.b2(),
        MOMENTS.eps(),
        EPS_ROOT);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new AcProp(Rates.of(settings), MOMENTS.of(settings), Scheduled.of(EPS_ROOT, settings));
  }
}
