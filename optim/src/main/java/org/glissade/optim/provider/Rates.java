package org.glissade.optim.provider;

import org.glissade.optim.LearningRate;
import org.glissade.optim.Schedule;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.text.CallText;

/** Reads a learning rate: a number or a schedule. */
final class Rates {
  static final Setting<CallText> RATE =
      Scheduled.number(
          LearningRate.RATE, Range.above(0), "The learning rate, or its schedule such as cosine.");

  /** The rate of a rule that finds its own step size: a factor, which is left at 1. */
  static final Setting<CallText> ONE =
      Scheduled.number(LearningRate.RATE, Range.above(0), 1, "A factor on the step size.");

  private Rates() {}

  /** A decoupled weight decay. */
  static Setting<CallText> decay(double fallback) {
    return Scheduled.number(
        "decay", Range.atLeast(0), fallback, "How much of each parameter is added; 0 for none.");
  }

  static Schedule of(Settings settings) {
    return Scheduled.of(RATE, settings);
  }
}
