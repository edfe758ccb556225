package org.glissade.optim;

import org.glissade.spi.Range;
import org.glissade.tensor.Tensor;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.State;
import org.glissade.transform.StepContext;
import org.glissade.transform.Wrapper;

/**
 * Averages instead of a falling rate (Defazio et al., arXiv:2405.15682). The rest of the chain, an
 * optimiser without momentum, moves z; x is the mean of all z, each with the weight r^power, r
 * being the largest rate so far; gradients are taken at y = b1·x + (1 - b1)·z, which are the
 * parameters. The model is evaluated with x = (y - (1 - b1)·z)/b1. Source: Optax's {@code
 * schedule_free}, except that rates are counted from step 0, not 1.
 *
 * @param rate the learning rate of the rest of the chain, which only weighs the mean here
 * @param b1 what x is in y, above 0 and below 1
 * @param power at least 0; 0 weighs all alike
 */
public record ScheduleFree(Schedule rate, double b1, Schedule power) implements Wrapper {
  /** The name in text. */
  public static final String NAME = "schedule-free";

  /** The usual b1. */
  public static final double B1 = 0.9;

  /** The usual power. */
  public static final double POWER = 2;

  /** Checks the numbers. */
  public ScheduleFree {
    rate = Require.rate(NAME, rate);
    Require.in(Range.open(0, 1), NAME + ": b1", b1);
    power = Require.in(Range.atLeast(0), NAME + ": power", power);
  }

  /** For a constant rate, which weighs all alike. */
  public ScheduleFree() {
    this(Schedule.constant(1), B1, Schedule.fixed(POWER));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Gradients around(Gradients gradients, StepContext step, GradientTransform rest) {
    Gradients y = step.values(gradients);
    State z = step.state("z", y);
    Gradients before = Periods.begun(z, y, step);
    Gradients updates = rest.apply(gradients, step);
    z.set(before.minus(updates));
    Tensor share = share(step);
    step.evaluation(average(y, before));
    // What y loses when x moves by that share towards the next z, without a difference of weights
    // but that of y and z.
    return y.minus(before).times(share).plus(updates.times(share.times(b1).plus(1 - b1)));
  }

  private Gradients average(Gradients y, Gradients z) {
    return y.minus(z.times(1 - b1)).dividedBy(b1);
  }

  /** The weight of this step among all so far. */
  private Tensor share(StepContext step) {
    State largest = step.state("largest-rate", step.count().like(0));
    State total = step.state("total-weight", step.count().like(0));
    Tensor rateNow = rate.in(step, LearningRate.RATE).maximum(largest.old().value());
    Tensor weight = rateNow.power(power.in(step, "power"));
    Tensor sum = total.old().value().plus(weight);
    largest.set(largest.old().scalar(rateNow));
    total.set(total.old().scalar(sum));
    return weight.times(sum.reciprocalOrZero());
  }
}
