package org.glissade.optim.provider;

import java.util.List;
import org.glissade.optim.Curve;
import org.glissade.optim.CyclicSchedule;
import org.glissade.optim.OneCycle;
import org.glissade.optim.PlateauSchedule;
import org.glissade.optim.PointsSchedule;
import org.glissade.optim.Schedule;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;

/** The schedules that are made of pieces. */
final class PieceSchedules {
  private static final Range POSITIVE = Range.above(0);
  private static final Range NOT_NEGATIVE = Range.atLeast(0);

  private static final Setting<String> POINTS_AT =
      Setting.text("at", "The steps, in order, with commas.");
  private static final Setting<String> VALUES =
      Setting.text("values", "The values at these steps, with commas.");
  private static final Setting<Curve> BETWEEN =
      Setting.choice("curve", Curve.class, "What lies between two points.").orElse(Curve.HOLD);
  private static final Setting<Double> FACTOR =
      Setting.number("factor", POSITIVE, "What the value is multiplied by at each step.");
  private static final Setting<Double> PEAK =
      Setting.number("peak", POSITIVE, "The largest value.");
  private static final Setting<Integer> TOTAL =
      Setting.integer("total", Range.atLeast(2), "How many steps it takes.");
  private static final Setting<Double> RISE =
      Setting.number("rise", Range.open(0, 1), "Which share of the steps it rises.").orElse(0.3);
  private static final Setting<Double> FALL =
      Setting.number("fall", Range.openClosed(0, 1), "At which share it is back where it began.")
          .optional();
  private static final Setting<Double> DIVIDE =
      Setting.number("divide", POSITIVE, "The first value is the peak divided by it.").orElse(25.0);
  private static final Setting<Double> LAST =
      Setting.number("last", POSITIVE, "The end is the first value divided by it.").orElse(1e4);
  private static final Setting<Curve> ALONG =
      Setting.choice("curve", Curve.class, "How it rises and falls.").orElse(Curve.COSINE);
  private static final Setting<OneCycle.Dialect> DIALECT =
      Setting.choice("dialect", OneCycle.Dialect.class, "Whose steps these are.")
          .orElse(OneCycle.Dialect.OPTAX);
  private static final Setting<Double> LOW =
      Setting.number("low", NOT_NEGATIVE, "The value between two triangles.");
  private static final Setting<Double> HIGH =
      Setting.number("high", POSITIVE, "The value at the first top.");
  private static final Setting<Integer> UP =
      Setting.integer("up", Range.atLeast(1), "Steps upwards.").orElse(2000);
  private static final Setting<Integer> DOWN =
      Setting.integer("down", Range.atLeast(1), "Steps downwards; as many as up if missing.")
          .optional();
  private static final Setting<Double> CYCLE_FACTOR =
      Setting.number("cycle-factor", Range.openClosed(0, 1), "Each triangle is flatter by it.")
          .orElse(1.0);
  private static final Setting<Double> STEP_FACTOR =
      Setting.number("step-factor", Range.openClosed(0, 1), "Each step is flatter by it.")
          .orElse(1.0);
  private static final Setting<Double> LOWER =
      Setting.number("factor", Range.open(0, 1), "What the value is multiplied by.").orElse(0.1);
  private static final Setting<Integer> PATIENCE =
      Setting.integer("patience", Range.atLeast(1), "How many averages in a row are not better.")
          .orElse(10);
  private static final Setting<Integer> OVER =
      Setting.integer("over", Range.atLeast(1), "Of how many losses each average is.").orElse(1);
  private static final Setting<Integer> COOLDOWN =
      Setting.integer("cooldown", NOT_NEGATIVE, "How many averages do not count after a change.")
          .orElse(0);
  private static final Setting<Double> RELATIVE =
      Setting.number("relative", Range.closed(0, 1), "By which share better is better.")
          .orElse(1e-4);
  private static final Setting<Double> ABSOLUTE =
      Setting.number("absolute", NOT_NEGATIVE, "By how much better is better.").orElse(0.0);
  private static final Setting<Double> LEAST =
      Setting.number("least", NOT_NEGATIVE, "The value below which it does not fall.").orElse(0.0);
  private static final Setting<PlateauSchedule.Watch> WATCH =
      Setting.choice("watch", PlateauSchedule.Watch.class, "Which loss must fall.")
          .orElse(PlateauSchedule.Watch.TRAINING_LOSS);

  static final List<ScheduleProvider> ALL =
      List.of(
          new ScheduleProvider(
              PointsSchedule.NAME,
              "given values at given steps",
              s ->
                  new PointsSchedule(
                      Numbers.of(POINTS_AT, s), Numbers.of(VALUES, s), s.get(BETWEEN)),
              POINTS_AT,
              VALUES,
              BETWEEN),
          new ScheduleProvider(
              PointsSchedule.MULTI_STEP,
              "initial·factor^(how many of the steps t has reached)",
              s ->
                  PointsSchedule.multiStep(
                      s.get(CurveSchedules.INITIAL), s.get(FACTOR), Numbers.steps(POINTS_AT, s)),
              CurveSchedules.INITIAL,
              FACTOR,
              POINTS_AT),
          new ScheduleProvider(
              OneCycle.NAME,
              "up to the peak, back, and on to almost 0",
              s -> oneCycle(s).schedule(),
              PEAK,
              TOTAL,
              RISE,
              FALL,
              DIVIDE,
              LAST,
              ALONG,
              DIALECT),
          new ScheduleProvider(
              CyclicSchedule.NAME,
              "triangles between low and high",
              PieceSchedules::cycle,
              LOW,
              HIGH,
              UP,
              DOWN,
              CYCLE_FACTOR,
              STEP_FACTOR),
          new ScheduleProvider(
              PlateauSchedule.NAME,
              "is multiplied by a factor when the loss has stopped falling",
              PieceSchedules::plateau,
              CurveSchedules.INITIAL,
              LOWER,
              PATIENCE,
              OVER,
              COOLDOWN,
              RELATIVE,
              ABSOLUTE,
              LEAST,
              WATCH));

  private PieceSchedules() {}

  private static OneCycle oneCycle(Settings s) {
    return new OneCycle(
        s.get(PEAK),
        s.get(TOTAL),
        s.get(RISE),
        s.find(FALL),
        s.get(DIVIDE),
        s.get(LAST),
        s.get(ALONG),
        s.get(DIALECT));
  }

  private static Schedule cycle(Settings s) {
    int up = s.get(UP);
    return new CyclicSchedule(
        s.get(LOW),
        s.get(HIGH),
        up,
        s.find(DOWN).orElse(up),
        s.get(CYCLE_FACTOR),
        s.get(STEP_FACTOR));
  }

  private static Schedule plateau(Settings s) {
    return new PlateauSchedule(
        s.get(CurveSchedules.INITIAL),
        s.get(LOWER),
        s.get(PATIENCE),
        s.get(OVER),
        s.get(COOLDOWN),
        s.get(RELATIVE),
        s.get(ABSOLUTE),
        s.get(LEAST),
        s.get(WATCH));
  }
}
