package org.glissade.optim.optimizer;

import org.glissade.optim.LearningRate;
import org.glissade.optim.Require;
import org.glissade.optim.Schedule;
import org.glissade.spi.Range;
import org.glissade.tensor.Tensor;
import org.glissade.transform.Chain;
import org.glissade.transform.Gradients;
import org.glissade.transform.StepContext;

/**
 * Rectified Adam (Liu et al., arXiv:1908.03265): with ρ∞ = 2/(1 - b2) - 1 and ρ = ρ∞ - 2t·b2^t/(1 -
 * b2^t) it is m̂ while ρ &lt; 5, and then r·m̂/(√v̂ + eps) with r² = (ρ-4)(ρ-2)ρ∞/((ρ∞-4)(ρ∞-2)ρ).
 *
 * @param rate the learning rate
 * @param b1 decay of the mean of g, at least 0 and below 1
 * @param b2 decay of the mean of g², at least 0 and below 1
 * @param eps added to the root, above 0
 * @param dialect whose numbers
 */
public record RAdam(Schedule rate, double b1, double b2, double eps, Dialect dialect)
    implements Optimizer {
  /** The name in text. */
  public static final String NAME = "radam";

  /** The usual b1. */
  public static final double B1 = 0.9;

  /** The usual b2. */
  public static final double B2 = 0.999;

  /** The usual eps. */
  public static final double EPS = 1e-8;

  /** Whose numbers. */
  public enum Dialect {
    /** eps is added after the correction of v. */
    OPTAX,
    /** eps is added before. */
    TORCH
  }

  /** Checks the numbers. */
  public RAdam {
    Require.rate(NAME, rate);
    Require.in(Range.closedOpen(0, 1), NAME + ": b1", b1);
    Require.in(Range.closedOpen(0, 1), NAME + ": b2", b2);
    Require.in(Range.above(0), NAME + ": eps", eps);
  }

  /** A constant rate, the rest as usual. */
  public RAdam(double rate) {
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

  /** From which ρ on v̂ is used. */
  private static final double THRESHOLD = 5;

  private Gradients direction(Gradients gradients, StepContext step) {
    Tensor t = Mean.time(step);
    Tensor correction = Mean.correction(b2, t);
    Gradients mean = new Mean("m", b1).corrected(gradients, step);
    Gradients square = new Mean("v", b2).next(gradients.square(), step);
    double most = 2 / (1 - b2) - 1;
    Tensor rho = t.like(b2).power(t).times(t).times(correction).times(-2).plus(most);
    Gradients rectified =
        dialect == Dialect.OPTAX
            ? mean.dividedBy(square.times(correction).sqrt().plus(eps))
            : mean.dividedBy(square.sqrt().plus(eps)).times(correction.sqrt().reciprocalOrZero());
    Gradients known = gradients.scalar(rho.like(THRESHOLD).atMost(rho));
    return known.select(rectified.times(factor(rho.maximum(THRESHOLD), most)), mean);
  }

  private static Tensor factor(Tensor rho, double most) {
    double scale = most / ((most - 4) * (most - 2));
    return rho.minus(4).times(rho.minus(2)).dividedBy(rho).times(scale).sqrt();
  }
}
