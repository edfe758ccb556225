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
 * RMSprop (Tieleman and Hinton, Coursera lecture 6.5, 2012): g/√(v + eps) with v ← decay·v + (1 -
 * decay)·g²; centred, v less the square of the running mean of g. Then the rate and the momentum,
 * trace ← u + momentum·trace.
 *
 * @param rate the learning rate
 * @param decay decay of the means, at least 0 and below 1
 * @param eps added to the root, above 0
 * @param momentum decay of the momentum; 0 for none, at least 0 and below 1
 * @param centered whether the mean of g is taken off
 * @param dialect whose numbers
 */
public record RmsProp(
    Schedule rate,
    Schedule decay,
    Schedule eps,
    Schedule momentum,
    boolean centered,
    Dialect dialect)
    implements Optimizer {
  /** The name in text. */
  public static final String NAME = "rmsprop";

  /** The usual decay. */
  public static final double DECAY = 0.9;

  /** The usual eps. */
  public static final double EPS = 1e-8;

  /** The usual momentum. */
  public static final double MOMENTUM = 0;

  /** Whose numbers. */
  public enum Dialect {
    /** √(v + eps); the rate, then the momentum. Keras too, whose eps is 1e-7. */
    OPTAX,
    /** √v + eps; the momentum, then the rate. DL4J too, whose decay is 0.95. */
    TORCH
  }

  /** Checks the numbers. */
  public RmsProp {
    rate = Require.rate(NAME, rate);
    decay = Require.in(Range.closedOpen(0, 1), NAME + ": decay", decay);
    eps = Require.in(Range.above(0), NAME + ": eps", eps);
    momentum = Require.in(Range.closedOpen(0, 1), NAME + ": momentum", momentum);
  }

  /** A constant rate, the rest as usual. */
  public RmsProp(double rate) {
    this(
        Schedule.constant(rate),
        Schedule.fixed(DECAY),
        Schedule.fixed(EPS),
        Schedule.fixed(MOMENTUM),
        false,
        Dialect.OPTAX);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Chain parts() {
    LearningRate rated = new LearningRate(rate);
    if (momentum.isZero()) {
      return Optimizer.chain(this::direction, rated);
    }
    Trace trace = new Trace(momentum);
    return dialect == Dialect.OPTAX
        ? Optimizer.chain(this::direction, rated, trace)
        : Optimizer.chain(this::direction, trace, rated);
  }

  private Gradients direction(Gradients gradients, StepContext step) {
    Tensor kept = decay.in(step, "decay");
    Tensor added = eps.in(step, "eps");
    Gradients variance =
        centered
            ? spread(gradients, kept, step)
            : new Mean("square", kept).next(gradients.square(), step);
    return gradients.dividedBy(
        dialect == Dialect.OPTAX ? variance.plus(added).sqrt() : variance.sqrt().plus(added));
  }

  /**
   * What the running mean of g² exceeds the square of that of g by: s ← decay·(s + (1 - decay)·(g -
   * m)²), m being the mean before. No difference of squares loses its digits here.
   */
  private static Gradients spread(Gradients gradients, Tensor kept, StepContext step) {
    State mean = step.state("mean", gradients.zeros());
    State spread = step.state("spread", gradients.zeros());
    Gradients away = gradients.minus(mean.old()).square().times(Moments.rest(kept));
    mean.set(Moments.mix(kept, mean.old(), gradients));
    return spread.set(spread.old().plus(away).times(kept));
  }
}
