package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.clip.QuantileClip;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link QuantileClip}. */
public final class QuantileClipProvider extends Offer {
  private static final Setting<CallText> QUANTILE =
      Scheduled.fixed("quantile", Range.open(0, 1), "The share of norms that pass unchanged.");
  private static final Setting<CallText> RATE =
      Scheduled.fixed("rate", Range.above(0), QuantileClip.RATE, "How fast the bound moves.");
  private static final Setting<Double> INITIAL =
      Setting.number("initial", Range.above(0), "The first bound.").orElse(QuantileClip.INITIAL);

  /** Made by the service loader. */
  public QuantileClipProvider() {
    super(
        QuantileClip.NAME,
        "clips to a bound that moves until a share of the norms is below it",
        Set.of(Trait.ZERO_PRESERVING, Trait.STATEFUL, Trait.DIRECTION_KEEPING, Trait.SHORTENING),
        QUANTILE,
        Norms.GROUPS,
        RATE,
        INITIAL);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new QuantileClip(
        Scheduled.of(QUANTILE, settings),
        settings.get(Norms.GROUPS),
        Scheduled.of(RATE, settings),
        settings.get(INITIAL));
  }
}
