package org.glissade.optim;

import java.util.Optional;
import org.glissade.spi.Range;
import org.glissade.tensor.Tensor;
import org.glissade.transform.State;
import org.glissade.transform.StepContext;
import org.glissade.transform.Validation;

/**
 * Is multiplied by a factor when the loss has stopped falling. Losses are averaged, {@code over} so
 * many at a time. An average is better if it is below (1 - relative)·best - absolute; after {@code
 * patience} averages in a row that are not, the value is multiplied. The next {@code cooldown}
 * averages do not count against it. Source: Optax's {@code reduce_on_plateau} and Keras' {@code
 * ReduceLROnPlateau}; PyTorch's waits for one average more.
 *
 * <p>It reads the training loss of each step, before the update, where steps that are skipped do
 * not count; or a number of each {@link Validation}, in the first step after it.
 *
 * @param initial the first value, above 0
 * @param factor between 0 and 1
 * @param patience how many averages, at least 1
 * @param over of how many losses each average is
 * @param cooldown how many averages after a change do not count, at least 0
 * @param relative in [0, 1]
 * @param absolute at least 0
 * @param least the value below which it does not fall, at least 0
 * @param watch which loss
 */
public record PlateauSchedule(
    double initial,
    double factor,
    int patience,
    int over,
    int cooldown,
    double relative,
    double absolute,
    double least,
    Watch watch)
    implements StepSchedule {
  /** The name in text. */
  public static final String NAME = "plateau";

  /** Which loss must fall. */
  public enum Watch {
    /** That of each step, on the examples of its batch. */
    TRAINING_LOSS,
    /** That of each evaluation. */
    VALIDATION_LOSS,
    /** The share of wrong classes in each evaluation: 1 - accuracy. */
    VALIDATION_ERROR
  }

  /** Checks the numbers. */
  public PlateauSchedule {
    Require.in(Range.above(0), NAME + ": initial", initial);
    Require.in(Range.open(0, 1), NAME + ": factor", factor);
    Require.in(Range.atLeast(1), NAME + ": patience", patience);
    Require.in(Range.atLeast(1), NAME + ": over", over);
    Require.in(Range.atLeast(0), NAME + ": cooldown", cooldown);
    Require.in(Range.closed(0, 1), NAME + ": relative", relative);
    Require.in(Range.atLeast(0), NAME + ": absolute", absolute);
    Require.in(Range.closed(0, initial), NAME + ": least", least);
    if (relative == 0 && absolute == 0) {
      throw new IllegalArgumentException(
          NAME + ": relative or absolute must be above 0, but both were 0.0");
    }
  }

  /** Each training loss by itself, with Optax's tolerance. */
  public PlateauSchedule(double initial, double factor, int patience) {
    this(initial, factor, patience, 1, 0, 1e-4, 0, 0, Watch.TRAINING_LOSS);
  }

  @Override
  public Tensor in(StepContext step, String setting) {
    Own own = (name, first) -> step.state(setting + "-" + name, step.count().like(first));
    return switch (watch) {
      case TRAINING_LOSS -> averaged(own, step.loss(), step.loss().like(1));
      case VALIDATION_LOSS -> averaged(own, step.validation(Validation.LOSS), isNew(own, step));
      case VALIDATION_ERROR -> averaged(own, step.validation(Validation.ERROR), isNew(own, step));
    };
  }

  /** 1 in the first step that knows of an evaluation. */
  private static Tensor isNew(Own own, StepContext step) {
    State known = own.state("evaluations", 0);
    Tensor evaluations = step.validation(Validation.COUNT);
    Tensor isNew = value(known).lessThan(evaluations);
    set(known, evaluations);
    return isNew;
  }

  /** Takes a loss in where it is new. */
  private Tensor averaged(Own own, Tensor loss, Tensor isNew) {
    State count = own.state("losses", 0);
    State mean = own.state("mean", 0);
    Tensor seen = value(count);
    Tensor average = value(mean).times(seen).plus(loss).dividedBy(seen.plus(1));
    Tensor full = seen.plus(1).atMost(seen.like(over - 0.5)).negate().plus(1);
    set(count, isNew.select(full.select(seen.like(0), seen.plus(1)), seen));
    set(mean, isNew.select(full.select(seen.like(0), average), value(mean)));
    return judged(own, average, full.times(isNew));
  }

  /** Makes a state of one number. */
  private interface Own {
    State state(String name, double first);
  }

  private Tensor judged(Own own, Tensor average, Tensor full) {
    State best = own.state("best", Double.MAX_VALUE);
    State waited = own.state("waited", 0);
    State cooling = own.state("cooling", 0);
    State value = own.state("value", initial);
    Tensor bound = value(best).times(1 - relative).minus(absolute);
    Tensor better = average.lessThan(bound);
    Tensor cool = value(cooling).lessThan(average.like(0.5));
    Tensor bad = better.select(average.like(0), value(waited).plus(1)).times(cool);
    Tensor due = average.like(patience).atMost(bad);
    Tensor lower = value(value).times(due.select(due.like(factor), due.like(1))).maximum(least);
    Tensor rest = due.select(due.like(cooldown), value(cooling).minus(1).maximum(0));
    set(best, full.times(better).select(average, value(best)));
    set(waited, full.select(due.select(due.like(0), bad), value(waited)));
    set(cooling, full.select(rest, value(cooling)));
    return set(value, full.select(lower, value(value)));
  }

  private static Tensor value(State state) {
    return state.old().value();
  }

  private static Tensor set(State state, Tensor next) {
    return state.set(state.old().scalar(next)).value();
  }

  @Override
  public Optional<Range> values() {
    return Optional.of(new Range(least, least > 0, initial, true));
  }
}
