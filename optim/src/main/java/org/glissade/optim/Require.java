package org.glissade.optim;

import java.util.List;
import org.glissade.spi.IntegerType;
import org.glissade.spi.NumberType;
import org.glissade.spi.Range;
import org.glissade.spi.SettingType;

/** Checks arguments where they are given, in the words in which the text form refuses them. */
public final class Require {
  private Require() {}

  /**
   * Refuses a number that is not in a range.
   *
   * @param what the transform and its argument, such as {@code clip-by-norm: max-norm}
   * @throws IllegalArgumentException unless the value is a number in the range
   */
  public static void in(Range range, String what, double value) {
    if (!range.contains(value)) {
      throw mistake(what, new NumberType(range), value);
    }
  }

  /** As above for an integer. */
  public static void in(Range range, String what, int value) {
    if (!range.contains(value)) {
      throw mistake(what, new IntegerType(range), value);
    }
  }

  /**
   * As above for a schedule, as far as its values are known.
   *
   * @return the schedule; a constant cannot be changed to what is not in the range
   */
  public static Schedule in(Range range, String what, Schedule schedule) {
    if (schedule instanceof ConstantSchedule constant) {
      in(range, what, constant.value());
    }
    schedule
        .values()
        .filter(values -> !range.contains(values))
        .ifPresent(
            values -> {
              throw new IllegalArgumentException(
                  "%s must be %s, but its schedule takes values %s"
                      .formatted(what, new NumberType(range).describe(), values));
            });
    return schedule.within(range);
  }

  /**
   * As above, but a schedule may also reach the range's lower bound, and a constant may be changed
   * to it: it may fade out.
   */
  public static Schedule fading(Range range, String what, Schedule schedule) {
    boolean constant = schedule instanceof ConstantSchedule;
    Range wider = new Range(range.low(), true, range.high(), range.highAllowed());
    return in(constant ? range : wider, what, schedule).within(wider);
  }

  /** Refuses a learning rate that is not above 0; a schedule may end there. */
  public static Schedule rate(String who, Schedule rate) {
    return fading(Range.above(0), who + ": " + LearningRate.RATE, rate);
  }

  /**
   * Refuses an upper bound that is never above its lower one, as far as their values are known.
   *
   * @param who the transform
   * @throws IllegalArgumentException if no value of the one is above any of the other
   */
  public static void above(String who, String low, Schedule lower, String high, Schedule upper) {
    lower
        .values()
        .filter(below -> upper.values().filter(above -> above.high() <= below.low()).isPresent())
        .ifPresent(
            below -> {
              throw new IllegalArgumentException(
                  "%s: %s must be above %s (%s), but was %s"
                      .formatted(who, high, low, below.low(), upper.values().orElseThrow().high()));
            });
  }

  /** Refuses a part of another schedule that needs a step, or is no number. */
  static void part(String who, Schedule part) {
    in(Range.any(), who + ": a schedule", part);
    if (part instanceof StepSchedule) {
      throw new IllegalArgumentException(
          "%s: a schedule in it must depend on nothing but the count of updates, but %s depends on more"
              .formatted(who, part instanceof PlateauSchedule ? "a plateau" : "one"));
    }
  }

  /** Steps above 0, each above the one before. */
  static void increasing(String what, List<Integer> steps) {
    int last = 0;
    for (int step : steps) {
      in(Range.above(last), what, step);
      last = step;
    }
  }

  private static IllegalArgumentException mistake(
      String what, SettingType<?> expected, Object found) {
    return new IllegalArgumentException(
        "%s must be %s, but was %s".formatted(what, expected.describe(), found));
  }
}
