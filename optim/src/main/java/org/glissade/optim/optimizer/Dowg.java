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
 * DoWG (Khaled et al., arXiv:2305.16284): g·d/(√Σ(d·‖g‖²) + eps), d being the largest squared
 * distance from the first weights so far, at least initial. Norms are global.
 *
 * @param rate the learning rate
 * @param initial the first squared distance, above 0
 * @param eps added to the root, above 0
 */
public record Dowg(Schedule rate, double initial, Schedule eps) implements Optimizer {
  /** The name in text. */
  public static final String NAME = "dowg";

  /** The usual initial. */
  public static final double INITIAL = 0.0001;

  /** The usual eps. */
  public static final double EPS = 0.0001;

  /** Checks the numbers. */
  public Dowg {
    rate = Require.rate(NAME, rate);
    Require.in(Range.above(0), NAME + ": initial", initial);
    eps = Require.in(Range.above(0), NAME + ": eps", eps);
  }

  /** A constant rate, the rest as usual. */
  public Dowg(double rate) {
    this(Schedule.constant(rate), INITIAL, Schedule.fixed(EPS));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Chain parts() {
    return Optimizer.chain(
        (gradients, step) -> gradients.within(Extent.GLOBAL, g -> direction(g, step)),
        new LearningRate(rate));
  }

  private Gradients direction(Gradients gradients, StepContext step) {
    Gradients values = step.values(gradients);
    State farthest = step.state("distance", step.count().like(initial));
    State squares = step.state("squares", step.count().like(0));
    Gradients moved = values.minus(Start.of(gradients, step)).sumOfSquares();
    Gradients distance = farthest.set(farthest.old().maximum(moved));
    Gradients weighted = gradients.sumOfSquares().times(distance);
    Gradients total = squares.set(squares.old().plus(weighted));
    Gradients size = distance.dividedBy(total.sqrt().plus(eps.in(step, "eps")));
    step.report("step-size", size);
    return gradients.times(size);
  }
}
