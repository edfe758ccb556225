package org.glissade.optim.optimizer;

import org.glissade.optim.LearningRate;
import org.glissade.optim.Require;
import org.glissade.optim.Schedule;
import org.glissade.spi.Range;
import org.glissade.tensor.Extent;
import org.glissade.transform.Chain;
import org.glissade.transform.Gradients;
import org.glissade.transform.State;
import org.glissade.transform.StepContext;

/**
 * DoG, distance over gradients (Ivgi et al., arXiv:2302.12022): g·r/√(Σ‖g‖² + eps), r being the
 * largest distance from the first weights so far, at least initial·(1 + ‖p₀‖). Norms are taken over
 * the extent; over parameters it is L-DoG.
 *
 * @param rate the learning rate
 * @param initial the first distance, over 1 + ‖p₀‖, above 0
 * @param eps added to the root, above 0
 * @param extent what norms and distances are taken over
 */
public record Dog(Schedule rate, double initial, Schedule eps, Extent extent) implements Optimizer {
  /** The name in text. */
  public static final String NAME = "dog";

  /** The usual initial. */
  public static final double INITIAL = 1e-6;

  /** The usual eps. */
  public static final double EPS = 1e-8;

  /** Checks the numbers. */
  public Dog {
    rate = Require.rate(NAME, rate);
    Require.in(Range.above(0), NAME + ": initial", initial);
    eps = Require.in(Range.above(0), NAME + ": eps", eps);
  }

  /** A constant rate, the rest as usual. */
  public Dog(double rate) {
    this(Schedule.constant(rate), INITIAL, Schedule.fixed(EPS), Extent.GLOBAL);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Chain parts() {
    return Optimizer.chain(
        (gradients, step) -> gradients.within(extent, g -> direction(g, step)),
        new LearningRate(rate));
  }

  private Gradients direction(Gradients gradients, StepContext step) {
    Gradients values = step.values(gradients);
    State farthest = step.state("distance", gradients.zeros().norm());
    Gradients least = values.norm().plus(1).times(initial);
    Gradients known = Mean.first(gradients, step).select(least, farthest.old());
    State squares = step.state("squares", gradients.zeros().norm());
    Gradients moved = values.minus(Start.of(gradients, step)).norm();
    Gradients distance = farthest.set(known.maximum(moved));
    Gradients total = squares.set(squares.old().plus(gradients.sumOfSquares()));
    Gradients size = distance.dividedBy(total.plus(eps.in(step, "eps")).sqrt());
    if (extent != Extent.ELEMENT) {
      step.report("step-size", size);
    }
    return gradients.times(size);
  }
}
