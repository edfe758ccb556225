package org.glissade.optim.optimizer;

import org.glissade.optim.LearningRate;
import org.glissade.optim.Require;
import org.glissade.optim.Schedule;
import org.glissade.spi.Range;
import org.glissade.transform.Chain;
import org.glissade.transform.Gradients;
import org.glissade.transform.State;
import org.glissade.transform.StepContext;

/**
 * Adamax (Kingma and Ba, arXiv:1412.6980): m̂/u with u ← max(b2·u, |g| + eps). With a decay it is
 * AdamaxW.
 *
 * @param rate the learning rate
 * @param b1 decay of the mean of g, at least 0 and below 1
 * @param b2 how fast the largest |g| fades, at least 0 and below 1
 * @param eps added to |g|, above 0
 * @param decay how much of each parameter is added; 0 for none, at least 0
 * @param dialect whose numbers
 */
public record AdaMax(Schedule rate, double b1, double b2, double eps, double decay, Dialect dialect)
    implements Optimizer {
  /** The name in text. */
  public static final String NAME = "adamax";

  /** The usual b1. */
  public static final double B1 = 0.9;

  /** The usual b2. */
  public static final double B2 = 0.999;

  /** The usual eps. */
  public static final double EPS = 1e-8;

  /** The usual decay. */
  public static final double DECAY = 0;

  /** Whose numbers. */
  public enum Dialect {
    /** max(b2·u, |g| + eps). PyTorch too. */
    OPTAX,
    /** max(b2·u, |g|) + eps, with eps 1e-7. */
    KERAS
  }

  /** Checks the numbers. */
  public AdaMax {
    Require.rate(NAME, rate);
    Require.in(Range.closedOpen(0, 1), NAME + ": b1", b1);
    Require.in(Range.closedOpen(0, 1), NAME + ": b2", b2);
    Require.in(Range.above(0), NAME + ": eps", eps);
    Require.in(Range.atLeast(0), NAME + ": decay", decay);
  }

  /** A constant rate, the rest as usual. */
  public AdaMax(double rate) {
    this(Schedule.constant(rate), B1, B2, EPS, DECAY, Dialect.OPTAX);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Chain parts() {
    return Optimizer.chain(this::direction, Optimizer.decay(decay), new LearningRate(rate));
  }

  private Gradients direction(Gradients gradients, StepContext step) {
    boolean inside = dialect == Dialect.OPTAX;
    State largest = step.state("largest", gradients.zeros());
    Gradients size = inside ? gradients.abs().plus(eps) : gradients.abs();
    Gradients next = largest.set(largest.old().times(b2).maximum(size));
    Gradients mean = new Mean("m", b1).corrected(gradients, step);
    return mean.dividedBy(inside ? next : next.plus(eps));
  }
}
