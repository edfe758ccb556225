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
 * Adadelta (Zeiler, arXiv:1212.5701): u = g·√(x + eps)/√(v + eps) with v ← rho·v + (1 - rho)·g² and
 * then x ← rho·x + (1 - rho)·u².
 *
 * @param rate the learning rate
 * @param rho decay of the means, at least 0 and below 1
 * @param eps added to the root, above 0
 */
public record AdaDelta(Schedule rate, Schedule rho, Schedule eps) implements Optimizer {
  /** The name in text. */
  public static final String NAME = "adadelta";

  /** The usual rho. */
  public static final double RHO = 0.9;

  /** The usual eps. */
  public static final double EPS = 1e-6;

  /** Checks the numbers. */
  public AdaDelta {
    rate = Require.rate(NAME, rate);
    rho = Require.in(Range.closedOpen(0, 1), NAME + ": rho", rho);
    eps = Require.in(Range.above(0), NAME + ": eps", eps);
  }

  /** A constant rate, the rest as usual. */
  public AdaDelta(double rate) {
    this(Schedule.constant(rate), Schedule.fixed(RHO), Schedule.fixed(EPS));
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
    Tensor kept = rho.in(step, "rho");
    Tensor added = eps.in(step, "eps");
    Gradients square = new Mean("square", kept).next(gradients.square(), step);
    State moved = step.state("moved", gradients.zeros());
    Gradients ratio = moved.old().plus(added).sqrt().dividedBy(square.plus(added).sqrt());
    Gradients update = gradients.times(ratio);
    moved.set(Moments.mix(kept, moved.old(), update.square()));
    return update;
  }
}
