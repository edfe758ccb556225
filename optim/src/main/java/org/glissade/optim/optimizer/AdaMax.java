package org.glissade.optim.optimizer;

import org.glissade.optim.LearningRate;
import org.glissade.optim.Moments;
import org.glissade.optim.Require;
import org.glissade.optim.Schedule;
import org.glissade.spi.Range;
import org.glissade.tensor.Tensor;
import org.glissade.transform.Chain;
import org.glissade.transform.Gradients;
import org.glissade.transform.State;
import org.glissade.transform.StepContext;

/**
 * Adamax (Kingma and Ba, arXiv:1412.6980): m̂/u with u ← max(b2·u, |g| + eps). With a decay it is
 * AdamaxW.
 *
 * @param rate the learning rate
 * @param moments the running mean of g, how fast the largest |g| fades, and what is added to |g|
 * @param decay how much of each parameter is added; 0 for none, at least 0
 * @param dialect whose numbers
 */
public record AdaMax(Schedule rate, Moments moments, Schedule decay, Dialect dialect)
    implements Optimizer {
  /** The name in text. */
  public static final String NAME = "adamax";

  /** Whose numbers. */
  public enum Dialect {
    /** max(b2·u, |g| + eps). PyTorch too. */
    OPTAX,
    /** max(b2·u, |g|) + eps, with eps 1e-7. */
    KERAS
  }

  /** Checks the numbers. */
  public AdaMax {
    rate = Require.rate(NAME, rate);
    moments = moments.check(NAME);
    decay = Require.in(Range.atLeast(0), NAME + ": decay", decay);
  }

  /** A constant rate, the rest as usual. */
  public AdaMax(double rate) {
    this(Schedule.constant(rate), Moments.USUAL, NONE, Dialect.OPTAX);
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
    Moments.Now now = moments.in(step);
    Tensor eps = now.eps();
    boolean inside = dialect == Dialect.OPTAX;
    State largest = step.state("largest", gradients.zeros());
    Gradients size = inside ? gradients.abs().plus(eps) : gradients.abs();
    Gradients next = largest.set(largest.old().times(now.b2()).maximum(size));
    Gradients mean = now.mean(gradients).times(now.correction1());
    return mean.dividedBy(inside ? next : next.plus(eps));
  }
}
