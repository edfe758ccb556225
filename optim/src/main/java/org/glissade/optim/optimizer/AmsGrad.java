package org.glissade.optim.optimizer;

import org.glissade.optim.LearningRate;
import org.glissade.optim.Moments;
import org.glissade.optim.Require;
import org.glissade.optim.Schedule;
import org.glissade.tensor.Tensor;
import org.glissade.transform.Chain;
import org.glissade.transform.Gradients;
import org.glissade.transform.State;
import org.glissade.transform.StepContext;

/**
 * AMSGrad (Reddi et al., arXiv:1904.09237): m̂/(√w + eps), w being the largest v̂ so far.
 *
 * @param rate the learning rate
 * @param moments the running means of g and g², and what is added to the root
 * @param dialect whose numbers
 */
public record AmsGrad(Schedule rate, Moments moments, Dialect dialect) implements Optimizer {
  /** The name in text. */
  public static final String NAME = "amsgrad";

  /** Whose numbers. */
  public enum Dialect {
    /** The largest v̂ so far. */
    OPTAX,
    /** The largest v so far, corrected afterwards. */
    TORCH,
    /** As torch, with eps added before the correction. DL4J too. */
    KERAS
  }

  /** Checks the numbers. */
  public AmsGrad {
    rate = Require.rate(NAME, rate);
    moments = moments.check(NAME);
  }

  /** A constant rate, the rest as usual. */
  public AmsGrad(double rate) {
    this(Schedule.constant(rate), Moments.USUAL, Dialect.OPTAX);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Chain parts() {
    return Optimizer.chain(this::direction, new LearningRate(rate));
  }

  private Gradients direction(Gradients gradients, StepContext step) {
    Moments.Now now = moments.in(step);
    Tensor correction = now.correction2();
    Tensor eps = now.eps();
    Gradients mean = now.mean(gradients).times(now.correction1());
    Gradients square = now.square(gradients);
    State largest = step.state("largest", gradients.zeros());
    Gradients candidate = dialect == Dialect.OPTAX ? square.times(correction) : square;
    Gradients most = largest.set(largest.old().maximum(candidate));
    return switch (dialect) {
      case OPTAX -> mean.dividedBy(most.sqrt().plus(eps));
      case TORCH -> mean.dividedBy(most.times(correction).sqrt().plus(eps));
      case KERAS ->
          mean.dividedBy(most.sqrt().plus(eps)).times(correction.sqrt().reciprocalOrZero());
    };
  }
}
