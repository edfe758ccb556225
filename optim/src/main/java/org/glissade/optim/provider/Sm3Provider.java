package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.optimizer.Sm3;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.transform.GradientTransform;

/** Offers {@link Sm3}. */
public final class Sm3Provider extends Offer {
  private static final Setting<Double> MOMENTUM =
      Setting.number("momentum", Range.closedOpen(0, 1), "Decay of the mean of the updates.")
          .orElse(Sm3.MOMENTUM);
  private static final Setting<Double> EPS =
      Setting.number("eps", Range.above(0), "Added to the root.").orElse(Sm3.EPS);

  /** Made by the service loader. */
  public Sm3Provider() {
    super(
        Sm3.NAME,
        "g/√(least of per-axis maxima of sums of g²), averaged: little memory",
        Set.of(Trait.STATEFUL),
        Rates.RATE,
        MOMENTUM,
        EPS);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new Sm3(Rates.of(settings), settings.get(MOMENTUM), settings.get(EPS));
  }
}
