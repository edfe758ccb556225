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
 * MoMo-Adam (Schaipp et al., arXiv:2305.07583): τ·m/d + (1 - 1/s)·p with d = √v̂ + eps, s = 1 +
 * rate·decay and c = 1 - b1^t; m, v, f̄ and γ are running means of g, g², the loss and ⟨g, p⟩; τ =
 * min(rate/c, max(s·(f̄ - c·bound - γ) + ⟨m, p⟩, 0)/⟨m, m/d⟩).
 *
 * @param rate the learning rate
 * @param moments the running means of g and g², and what is added to the root
 * @param bound the least loss that can be reached, any number
 * @param decay how much of each parameter is added; 0 for none, at least 0
 */
public record MomoAdam(Schedule rate, Moments moments, Schedule bound, Schedule decay)
    implements GradientTransform {
  /** The name in text. */
  public static final String NAME = "momo-adam";

  /** The usual bound. */
  public static final double BOUND = 0;

  /** The usual decay. */
  public static final double DECAY = 0;

  /** Checks the numbers. */
  public MomoAdam {
    rate = Require.rate(NAME, rate);
    moments = moments.check(NAME);
    bound = Require.in(Range.any(), NAME + ": bound", bound);
    decay = Require.in(Range.atLeast(0), NAME + ": decay", decay);
  }

  /** A constant rate, the rest as usual. */
  public MomoAdam(double rate) {
    this(Schedule.constant(rate), Moments.USUAL, Schedule.fixed(BOUND), Schedule.fixed(DECAY));
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
    Moments.Now now = moments.in(step);
    Gradients mean = now.mean(gradients);
    Gradients root = now.root(now.square(gradients));
    Gradients scaled = mean.dividedBy(root);
    Tensor known = now.correction1().reciprocalOrZero();
    Gradients loss = scalarMean("loss", gradients.scalar(step.loss()), now);
    Gradients height = loss.minus(gradients.scalar(known.times(bound.in(step, "bound"))));
    Gradients slope = scalarMean("slope", gradients.times(values).sum(), now);
    Tensor most = rate.in(step, LearningRate.RATE);
    Tensor pull = most.times(decay.in(step, "decay"));
    Tensor shrink = pull.plus(1);
    Gradients gain = height.minus(slope).times(shrink).plus(mean.times(values).sum()).maximum(0);
    // Σm²/root as squares, which are taken in double: m·scaled may be too small for a float.
    Gradients length = mean.dividedBy(root.sqrt()).sumOfSquares();
    Gradients wanted = gain.times(length.reciprocalOrZero());
    Gradients size = wanted.minimum(gradients.scalar(most.dividedBy(known)));
    step.report("step-size", size);
    return scaled.times(size).plus(values.times(pull.dividedBy(shrink)));
  }

  private static Gradients scalarMean(String name, Gradients value, Moments.Now now) {
    State mean = now.step().state(name, now.b1().like(0));
    return mean.set(Moments.mix(now.b1(), mean.old(), value));
  }
}
