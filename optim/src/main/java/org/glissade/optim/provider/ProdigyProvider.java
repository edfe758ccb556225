package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.Moments;
import org.glissade.optim.optimizer.Prodigy;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link Prodigy}. */
public final class ProdigyProvider extends Offer {
  private static final MomentSettings MOMENTS = MomentSettings.of(Moments.USUAL);
  private static final Setting<Double> INITIAL =
      Setting.number("initial", Range.above(0), "The first d.").orElse(Prodigy.INITIAL);
  private static final Setting<CallText> DECAY =
      Scheduled.fixed(
          "decay",
          Range.atLeast(0),
          Prodigy.DECAY,
          "How much of each parameter is added; 0 for none.");

  /** Made by the service loader. */
  public ProdigyProvider() {
    super(
        Prodigy.NAME,
        "Adam that learns its rate from the distance to the first weights",
        Set.of(Trait.NEEDS_VALUES, Trait.STATEFUL),
        Rates.ONE,
        MOMENTS.b1(),
        MOMENTS.b2(),
        MOMENTS.eps(),
        INITIAL,
        DECAY);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new Prodigy(
        Scheduled.of(Rates.ONE, settings),
        MOMENTS.of(settings),
        settings.get(INITIAL),
        Scheduled.of(DECAY, settings));
  }
}
