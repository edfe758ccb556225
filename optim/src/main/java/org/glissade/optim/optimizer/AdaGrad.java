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
 * Adagrad (Duchi et al., JMLR 12, 2011): g/√(S + eps) with S ← S + g².
 *
 * @param rate the learning rate
 * @param initial what the sum begins with, at least 0
 * @param eps added to the root, above 0
 * @param dialect whose numbers
 */
public record AdaGrad(Schedule rate, double initial, Schedule eps, Dialect dialect)
    implements Optimizer {
  /** The name in text. */
  public static final String NAME = "adagrad";

  /** The usual initial. */
  public static final double INITIAL = 0.1;

  /** The usual eps. */
  public static final double EPS = 1e-7;

  /** Whose numbers. */
  public enum Dialect {
    /** √(S + eps). Keras too. */
    OPTAX,
    /** √S + eps; PyTorch begins at 0 with eps 1e-10, DL4J at 0 with 1e-6. */
    TORCH
  }

  /** Checks the numbers. */
  public AdaGrad {
    rate = Require.rate(NAME, rate);
    Require.in(Range.atLeast(0), NAME + ": initial", initial);
    eps = Require.in(Range.above(0), NAME + ": eps", eps);
  }

  /** A constant rate, the rest as usual. */
  public AdaGrad(double rate) {
    this(Schedule.constant(rate), INITIAL, Schedule.fixed(EPS), Dialect.OPTAX);
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
    State sum = step.state("sum", gradients.like(initial));
    Gradients total = sum.set(sum.old().plus(gradients.square()));
    Tensor added = eps.in(step, "eps");
    return gradients.dividedBy(
        dialect == Dialect.OPTAX ? total.plus(added).sqrt() : total.sqrt().plus(added));
  }
}
