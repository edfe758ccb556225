package org.glissade.optim.provider;

import java.util.List;
import org.glissade.optim.ConstantSchedule;
import org.glissade.optim.CosineSchedule;
import org.glissade.optim.ExponentialSchedule;
import org.glissade.optim.InverseTimeSchedule;
import org.glissade.optim.PolynomialSchedule;
import org.glissade.optim.Schedule;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;

/** The schedules that are one formula. */
final class CurveSchedules {
  private static final Range POSITIVE = Range.above(0);
  private static final Range NOT_NEGATIVE = Range.atLeast(0);

  private static final Setting<Double> VALUE =
      Setting.number("value", Range.anyOrInfinite(), "The value in every step.");
  static final Setting<Double> INITIAL = Setting.number("initial", POSITIVE, "The first value.");
  private static final Setting<Double> FROM =
      Setting.number("initial", NOT_NEGATIVE, "The first value.");
  private static final Setting<Double> FACTOR =
      Setting.number("factor", POSITIVE, "What the value is multiplied by.");
  private static final Setting<Integer> EVERY =
      Setting.integer("every", Range.atLeast(1), "In how many steps.");
  private static final Setting<Integer> BEGIN =
      Setting.integer("begin", NOT_NEGATIVE, "The step at which it begins to change.").orElse(0);
  private static final Setting<Double> LIMIT =
      Setting.number("end", NOT_NEGATIVE, "The value at which it stops.").optional();
  private static final Setting<Double> END =
      Setting.number("end", NOT_NEGATIVE, "The last value.").orElse(0.0);
  private static final Setting<Integer> STEPS =
      Setting.integer("steps", Range.atLeast(1), "How many steps it takes.");
  private static final Setting<Double> POWER =
      Setting.number("power", POSITIVE, "1 is a line.").orElse(1.0);
  private static final Setting<Boolean> CYCLE =
      Setting.flag("cycle", "Whether it goes on in cycles, each longer than the last.")
          .orElse(false);
  private static final Setting<Double> PEAK =
      Setting.number("peak", POSITIVE, "The largest value.");
  private static final Setting<Integer> TOTAL =
      Setting.integer("total", Range.atLeast(1), "The step at which it ends, warm-up included.");
  private static final Setting<Integer> WARMUP =
      Setting.integer("warmup", NOT_NEGATIVE, "How many steps it takes to the peak.").orElse(0);
  private static final Setting<Double> START =
      Setting.number("start", NOT_NEGATIVE, "The value in the first warm-up step.").orElse(0.0);
  private static final Setting<Double> EXPONENT =
      Setting.number("exponent", POSITIVE, "1 is a plain cosine.").orElse(1.0);
  private static final Setting<Double> GROWTH =
      Setting.number("factor", POSITIVE, "What the divisor grows by.");
  private static final Setting<Double> ROOT =
      Setting.number("power", POSITIVE, "Of the divisor.").orElse(1.0);
  private static final Setting<Boolean> STAIRCASE =
      Setting.flag("staircase", "Whether it changes only every so many steps.").orElse(false);

  static final List<ScheduleProvider> ALL =
      List.of(
          new ScheduleProvider(
              ConstantSchedule.NAME,
              "always the same, until it is changed",
              s -> Schedule.constant(s.get(VALUE)),
              VALUE),
          new ScheduleProvider(
              ConstantSchedule.FIXED,
              "always the same: a number of the plan",
              s -> Schedule.fixed(s.get(VALUE)),
              VALUE),
          new ScheduleProvider(
              ExponentialSchedule.STAIRCASE,
              "initial·factor^⌊(t - begin)/every⌋",
              s -> exponential(s, true),
              INITIAL,
              FACTOR,
              EVERY,
              BEGIN,
              LIMIT),
          new ScheduleProvider(
              ExponentialSchedule.NAME,
              "initial·factor^((t - begin)/every)",
              s -> exponential(s, false),
              INITIAL,
              FACTOR,
              EVERY,
              BEGIN,
              LIMIT),
          new ScheduleProvider(
              PolynomialSchedule.LINEAR,
              "a line from initial to end",
              s ->
                  new PolynomialSchedule(
                      s.get(FROM), s.get(END), s.get(STEPS), 1, s.get(BEGIN), false),
              FROM,
              STEPS,
              END,
              BEGIN),
          new ScheduleProvider(
              PolynomialSchedule.NAME,
              "(initial - end)·(1 - (t - begin)/steps)^power + end",
              CurveSchedules::polynomial,
              FROM,
              STEPS,
              END,
              POWER,
              BEGIN,
              CYCLE),
          new ScheduleProvider(
              CosineSchedule.NAME,
              "a line to the peak within the warm-up, then a half cosine to the end",
              CurveSchedules::cosine,
              PEAK,
              TOTAL,
              WARMUP,
              START,
              END,
              EXPONENT),
          new ScheduleProvider(
              InverseTimeSchedule.NAME,
              "initial/(1 + factor·t/every)^power",
              CurveSchedules::inverseTime,
              INITIAL,
              GROWTH,
              EVERY,
              ROOT,
              STAIRCASE));

  private CurveSchedules() {}

  private static Schedule exponential(Settings s, boolean staircase) {
    double factor = s.get(FACTOR);
    double end = s.find(LIMIT).orElse(ExponentialSchedule.noEnd(factor));
    return new ExponentialSchedule(
        s.get(INITIAL), factor, s.get(EVERY), s.get(BEGIN), staircase, end);
  }

  private static Schedule polynomial(Settings s) {
    return new PolynomialSchedule(
        s.get(FROM), s.get(END), s.get(STEPS), s.get(POWER), s.get(BEGIN), s.get(CYCLE));
  }

  private static Schedule cosine(Settings s) {
    return new CosineSchedule(
        s.get(PEAK), s.get(WARMUP), s.get(TOTAL), s.get(START), s.get(END), s.get(EXPONENT));
  }

  private static Schedule inverseTime(Settings s) {
    return new InverseTimeSchedule(
        s.get(INITIAL), s.get(GROWTH), s.get(EVERY), s.get(ROOT), s.get(STAIRCASE));
  }
}
