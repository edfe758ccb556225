package org.glissade.optim.optimizer;

import org.glissade.optim.LearningRate;
import org.glissade.optim.Moments;
import org.glissade.optim.Require;
import org.glissade.optim.Schedule;
import org.glissade.spi.Range;
import org.glissade.transform.Chain;
import org.glissade.transform.Gradients;
import org.glissade.transform.State;
import org.glissade.transform.StepContext;

/**
 * Yogi (Zaheer et al., NeurIPS 2018): m̂/(√v̂ + eps) with v ← v - (1 - b2)·sign(v - g²)·g². As in
 * Optax m and v begin at the same initial value.
 *
 * @param rate the learning rate
 * @param moments the running means of g and g², and what is added to the root
 * @param initial what m and v begin with, at least 0
 */
public record Yogi(Schedule rate, Moments moments, double initial) implements Optimizer {
  /** The name in text. */
  public static final String NAME = "yogi";

  /** The usual numbers. */
  public static final Moments USUAL = new Moments(0.9, 0.999, 0.001);

  /** The usual initial. */
  public static final double INITIAL = 1e-6;

  /** Checks the numbers. */
  public Yogi {
    rate = Require.rate(NAME, rate);
    moments = moments.check(NAME);
    Require.in(Range.atLeast(0), NAME + ": initial", initial);
  }

  /** A constant rate, the rest as usual. */
  public Yogi(double rate) {
    this(Schedule.constant(rate), USUAL, INITIAL);
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
    Moments.Now numbers = moments.in(step);
    State mean = step.state("m", gradients.like(initial));
    Gradients m = mean.set(Moments.mix(numbers.b1(), mean.old(), gradients));
    State square = step.state("v", gradients.like(initial));
    Gradients now = gradients.square();
    Gradients towards = square.old().minus(now).sign().times(now).times(Moments.rest(numbers.b2()));
    Gradients v = square.set(square.old().minus(towards));
    return m.times(numbers.correction1()).dividedBy(numbers.root(v));
  }
}
