package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.optimizer.Ftrl;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link Ftrl}. */
public final class FtrlProvider extends Offer {
  private static final Setting<Double> INITIAL =
      Setting.number("initial", Range.atLeast(0), "What the sum of squares begins with.")
          .orElse(Ftrl.INITIAL);
  private static final Setting<CallText> L1 =
      Scheduled.fixed("l1", Range.atLeast(0), Ftrl.L1, "Below which sum a weight is 0.");
  private static final Setting<CallText> L2 =
      Scheduled.fixed("l2", Range.atLeast(0), Ftrl.L2, "How strongly weights are drawn to 0.");

  /** Made by the service loader. */
  public FtrlProvider() {
    super(
        Ftrl.NAME,
        "follow the regularised leader: weights of little use become 0",
        Set.of(Trait.ELEMENT_WISE, Trait.NEEDS_VALUES, Trait.STATEFUL),
        Rates.RATE,
        INITIAL,
        L1,
        L2);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new Ftrl(
        Rates.of(settings),
        settings.get(INITIAL),
        Scheduled.of(L1, settings),
        Scheduled.of(L2, settings));
  }
}
