package org.glissade.optim.optimizer;

import org.glissade.optim.LearningRate;
import org.glissade.optim.Moments;
import org.glissade.optim.Require;
import org.glissade.optim.Schedule;
import org.glissade.spi.Range;
import org.glissade.tensor.Extent;
import org.glissade.tensor.Tensor;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.State;
import org.glissade.transform.StepContext;

/**
 * MoMo (Schaipp et al., arXiv:2305.07583): τ·m + (1 - 1/s)·p with s = 1 + rate·decay; m, f̄ and γ
 * are running means of g, of the loss and of ⟨g, p⟩ that begin with the first; τ = min(rate,
 * max(s·(f̄ - bound - γ) + ⟨m, p⟩, 0)/‖m‖²).
 *
 * @param rate the learning rate
 * @param beta decay of the means, at least 0 and below 1
 * @param bound the least loss that can be reached, any number
 * @param decay how much of each parameter is added; 0 for none, at least 0
 */
public record Momo(Schedule rate, Schedule beta, Schedule bound, Schedule decay)
    implements GradientTransform {
  /** The name in text. */
  public static final String NAME = "momo";

  /** The usual beta. */
  public static final double BETA = 0.9;

  /** The usual bound. */
  public static final double BOUND = 0;

  /** The usual decay. */
  public static final double DECAY = 0;

  /** Checks the numbers. */
  public Momo {
    rate = Require.rate(NAME, rate);
    beta = Require.in(Range.closedOpen(0, 1), NAME + ": beta", beta);
    bound = Require.in(Range.any(), NAME + ": bound", bound);
    decay = Require.in(Range.atLeast(0), NAME + ": decay", decay);
  }

  /** A constant rate, the rest as usual. */
  public Momo(double rate) {
    this(
        Schedule.constant(rate),
        Schedule.fixed(BETA),
        Schedule.fixed(BOUND),
        Schedule.fixed(DECAY));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    return gradients.within(Extent.GLOBAL, g -> update(g, step));
  }

  private Gradients update(Gradients gradients, StepContext step) {
    Gradients values = step.values(gradients);
    Gradients loss = gradients.scalar(step.loss());
    Tensor kept = beta.in(step, "beta");
    Gradients mean = mean("m", gradients, gradients.zeros(), kept, step);
    Gradients zero = gradients.scalar(step.count().like(0));
    Gradients height = mean("loss", loss, zero, kept, step).minus(bound.in(step, "bound"));
    Gradients slope = mean("slope", gradients.times(values).sum(), zero, kept, step);
    Tensor most = rate.in(step, LearningRate.RATE);
    Tensor pull = most.times(decay.in(step, "decay"));
    Tensor shrink = pull.plus(1);
    Gradients gain = height.minus(slope).times(shrink).plus(mean.times(values).sum()).maximum(0);
    Gradients wanted = gain.times(mean.sumOfSquares().reciprocalOrZero());
    Gradients size = wanted.minimum(gradients.scalar(most));
    step.report("step-size", size);
    return mean.times(size).plus(values.times(pull.dividedBy(shrink)));
  }

  private static Gradients mean(
      String name, Gradients now, Gradients zero, Tensor kept, StepContext step) {
    State mean = step.state(name, zero);
    return mean.set(Mean.first(now, step).select(now, Moments.mix(kept, mean.old(), now)));
  }
}
