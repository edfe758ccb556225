package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.LearningRate;
import org.glissade.optim.ScheduleFree;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link ScheduleFree}. */
public final class ScheduleFreeProvider extends Offer {
  private static final Setting<CallText> RATE =
      Scheduled.number(
          LearningRate.RATE, Range.above(0), 1, "The rate of the rest, which weighs the mean.");
  private static final Setting<Double> B1 =
      Setting.number("b1", Range.open(0, 1), "How near to the mean gradients are taken.")
          .orElse(ScheduleFree.B1);
  private static final Setting<CallText> POWER =
      Scheduled.fixed(
          "power",
          Range.atLeast(0),
          ScheduleFree.POWER,
          "Weights are the largest rate to this power.");

  /** Made by the service loader. */
  public ScheduleFreeProvider() {
    super(
        ScheduleFree.NAME,
        "averages instead of a falling rate, and evaluates with the average",
        Set.of(Trait.WRAPPER, Trait.STATEFUL, Trait.NEEDS_VALUES),
        RATE,
        B1,
        POWER);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new ScheduleFree(
        Scheduled.of(RATE, settings), settings.get(B1), Scheduled.of(POWER, settings));
  }
}
