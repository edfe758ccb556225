package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.optimizer.Sm3;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link Sm3}. */
public final class Sm3Provider extends Offer {
  private static final Setting<CallText> MOMENTUM =
      Scheduled.fixed(
          "momentum", Range.closedOpen(0, 1), Sm3.MOMENTUM, "Decay of the mean of the updates.");
  private static final Setting<CallText> EPS =
      Scheduled.fixed("eps", Range.above(0), Sm3.EPS, "Added to the root.");

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
    return new Sm3(
        Rates.of(settings), Scheduled.of(MOMENTUM, settings), Scheduled.of(EPS, settings));
  }
}
