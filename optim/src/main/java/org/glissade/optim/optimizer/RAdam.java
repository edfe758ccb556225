package org.glissade.optim.optimizer;

import org.glissade.optim.LearningRate;
import org.glissade.optim.Moments;
import org.glissade.optim.Require;
import org.glissade.optim.Schedule;
import org.glissade.tensor.Tensor;
import org.glissade.transform.Chain;
import org.glissade.transform.Gradients;
import org.glissade.transform.StepContext;

/**
 * Rectified Adam (Liu et al., arXiv:1908.03265): with ρ∞ = 2/(1 - b2) - 1 and ρ = ρ∞ - 2t·b2^t/(1 -
 * b2^t) it is m̂ while ρ &lt; 5, and then r·m̂/(√v̂ + eps) with r² = (ρ-4)(ρ-2)ρ∞/((ρ∞-4)(ρ∞-2)ρ).
 *
 * @param rate the learning rate
 * @param moments the running means of g and g², and what is added to the root
 * @param dialect whose numbers
 */
public record RAdam(Schedule rate, Moments moments, Dialect dialect) implements Optimizer {
  /** The name in text. */
  public static final String NAME = "radam";

  /** Whose numbers. */
  public enum Dialect {
    /** eps is added after the correction of v. */
    OPTAX,
    /** eps is added before. */
    TORCH
  }

  /** Checks the numbers. */
  public RAdam {
    rate = Require.rate(NAME, rate);
    moments = moments.check(NAME);
  }

  /** A constant rate, the rest as usual. */
  public RAdam(double rate) {
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

  /** From which ρ on v̂ is used. */
  private static final double THRESHOLD = 5;

  private Gradients direction(Gradients gradients, StepContext step) {
    Moments.Now now = moments.in(step);
    Tensor t = now.time();
    Tensor correction = now.correction2();
    Gradients mean = now.mean(gradients).times(now.correction1());
    Gradients square = now.square(gradients);
    Tensor most = t.like(2).dividedBy(Moments.rest(now.b2())).minus(1);
    Tensor rho = now.b2().power(t).times(t).times(correction).times(-2).plus(most);
    Gradients rectified =
        dialect == Dialect.OPTAX
            ? mean.dividedBy(now.root(square))
            : mean.dividedBy(square.sqrt().plus(now.eps()))
                .times(correction.sqrt().reciprocalOrZero());
    Gradients known = gradients.scalar(rho.like(THRESHOLD).atMost(rho));
    return known.select(rectified.times(factor(rho.maximum(THRESHOLD), most)), mean);
  }

  private static Tensor factor(Tensor rho, Tensor most) {
    Tensor scale = most.dividedBy(most.minus(4).times(most.minus(2)));
    return rho.minus(4).times(rho.minus(2)).dividedBy(rho).times(scale).sqrt();
  }
}
