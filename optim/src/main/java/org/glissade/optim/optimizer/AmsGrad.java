package org.glissade.optim.optimizer;

import org.glissade.optim.LearningRate;
import org.glissade.optim.Require;
import org.glissade.optim.Schedule;
import org.glissade.spi.Range;
import org.glissade.tensor.Tensor;
import org.glissade.transform.Chain;
import org.glissade.transform.Gradients;
import org.glissade.transform.State;
import org.glissade.transform.StepContext;

/**
 * AMSGrad (Reddi et al., arXiv:1904.09237): m̂/(√w + eps), w being the largest v̂ so far.
 *
 * @param rate the learning rate
 * @param b1 decay of the mean of g, at least 0 and below 1
 * @param b2 decay of the mean of g², at least 0 and below 1
 * @param eps added to the root, above 0
 * @param dialect whose numbers
 */
public record AmsGrad(Schedule rate, double b1, double b2, double eps, Dialect dialect)
    implements Optimizer {
  /** The name in text. */
  public static final String NAME = "amsgrad";

  /** The usual b1. */
  public static final double B1 = 0.9;

  /** The usual b2. */
  public static final double B2 = 0.999;

  /** The usual eps. */
  public static final double EPS = 1e-8;

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
    Require.rate(NAME, rate);
    Require.in(Range.closedOpen(0, 1), NAME + ": b1", b1);
    Require.in(Range.closedOpen(0, 1), NAME + ": b2", b2);
    Require.in(Range.above(0), NAME + ": eps", eps);
  }

  /** A constant rate, the rest as usual. */
  public AmsGrad(double rate) {
    this(Schedule.constant(rate), B1, B2, EPS, Dialect.OPTAX);
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
    Tensor correction = Mean.correction(b2, Mean.time(step));
    Gradients mean = new Mean("m", b1).corrected(gradients, step);
    Gradients square = new Mean("v", b2).next(gradients.square(), step);
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
