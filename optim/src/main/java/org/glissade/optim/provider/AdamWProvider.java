package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.AdamW;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.transform.GradientTransform;

/** Offers {@link AdamW}. */
public final class AdamWProvider extends Offer {
  private static final Setting<Double> DECAY =
      Setting.number("decay", Range.above(0), "How much of each parameter is added.")
          .orElse(AdamW.DECAY);

  /** Made by the service loader. */
  public AdamWProvider() {
    super(
        AdamW.NAME,
        "rate·(m̂/(√v̂ + eps) + decay·p): Adam with decoupled weight decay",
        Set.of(Trait.ELEMENT_WISE, Trait.STATEFUL, Trait.NEEDS_VALUES),
        Rates.RATE,
        AdamProvider.B1,
        AdamProvider.B2,
        AdamProvider.EPS,
        DECAY);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new AdamW(
        Rates.of(settings),
        settings.get(AdamProvider.B1),
        settings.get(AdamProvider.B2),
        settings.get(AdamProvider.EPS),
        settings.get(DECAY));
  }
}
