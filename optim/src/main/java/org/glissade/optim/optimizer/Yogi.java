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
 * Yogi (Zaheer et al., NeurIPS 2018): m̂/(√v̂ + eps) with v ← v - (1 - b2)·sign(v - g²)·g². As in
 * Optax m and v begin at the same initial value.
 *
 * @param rate the learning rate
 * @param b1 decay of the mean of g, at least 0 and below 1
 * @param b2 decay of the mean of g², at least 0 and below 1
 * @param eps added to the root, above 0
 * @param initial what m and v begin with, at least 0
 */
public record Yogi(Schedule rate, double b1, double b2, double eps, double initial)
    implements Optimizer {
  /** The name in text. */
  public static final String NAME = "yogi";

  /** The usual b1. */
  public static final double B1 = 0.9;

  /** The usual b2. */
  public static final double B2 = 0.999;

  /** The usual eps. */
  public static final double EPS = 0.001;

  /** The usual initial. */
  public static final double INITIAL = 1e-6;

  /** Checks the numbers. */
  public Yogi {
    Require.rate(NAME, rate);
    Require.in(Range.closedOpen(0, 1), NAME + ": b1", b1);
    Require.in(Range.closedOpen(0, 1), NAME + ": b2", b2);
    Require.in(Range.above(0), NAME + ": eps", eps);
    Require.in(Range.atLeast(0), NAME + ": initial", initial);
  }

  /** A constant rate, the rest as usual. */
  public Yogi(double rate) {
    this(Schedule.constant(rate), B1, B2, EPS, INITIAL);
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
    State mean = step.state("m", gradients.like(initial));
    Gradients m = mean.set(Mean.mix(b1, mean.old(), gradients));
    State square = step.state("v", gradients.like(initial));
    Gradients now = gradients.square();
    Gradients towards = square.old().minus(now).sign().times(now).times(1 - b2);
    Gradients v = square.set(square.old().minus(towards));
    Tensor t = Mean.time(step);
    Gradients root = v.times(Mean.correction(b2, t)).sqrt().plus(eps);
    return m.times(Mean.correction(b1, t)).dividedBy(root);
  }
}
