package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.AdamW;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link AdamW}. */
public final class AdamWProvider extends Offer {
  private static final Setting<CallText> DECAY =
      Scheduled.number(
          "decay", Range.above(0), AdamW.DECAY, "How much of each parameter is added.");

  /** Made by the service loader. */
  public AdamWProvider() {
    super(
        AdamW.NAME,
        "rate·(m̂/(√v̂ + eps) + decay·p): Adam with decoupled weight decay",
        Set.of(Trait.ELEMENT_WISE, Trait.STATEFUL, Trait.NEEDS_VALUES),
        Rates.RATE,
        AdamProvider.MOMENTS.b1(),
        AdamProvider.MOMENTS.b2(),
        AdamProvider.MOMENTS.eps(),
        DECAY,
        AdamProvider.DIALECT);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new AdamW(
        Rates.of(settings),
        AdamProvider.MOMENTS.of(settings),
        Scheduled.of(DECAY, settings),
        settings.get(AdamProvider.DIALECT));
  }
}
