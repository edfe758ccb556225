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
 * Adan (Xie et al., arXiv:2208.06677): d = g - g of the step before, 0 in the first; (m̂ + (1 -
 * b2)·d̂)/(√(n̂ + epsRoot) + eps), m, d̂ and n being the running means of g, d and (g + (1 -
 * b2)·d)².
 *
 * @param rate the learning rate
 * @param moments b1 for the running mean of g, b2 for that of its change; eps is added to the root
 * @param b3 decay of the mean of squares, at least 0 and below 1
 * @param epsRoot added under the root, at least 0
 * @param decay how much of each parameter is added; 0 for none, at least 0
 */
public record Adan(Schedule rate, Moments moments, Schedule b3, Schedule epsRoot, Schedule decay)
    implements Optimizer {
  /** The name in text. */
  public static final String NAME = "adan";

  /** The usual numbers. */
  public static final Moments USUAL = new Moments(0.98, 0.92, 1e-8);

  /** The usual b3. */
  public static final double B3 = 0.99;

  /** The usual eps-root. */
  public static final double EPS_ROOT = 1e-8;

  /** Checks the numbers. */
  public Adan {
    rate = Require.rate(NAME, rate);
    moments = moments.check(NAME);
    b3 = Require.in(Range.closedOpen(0, 1), NAME + ": b3", b3);
    epsRoot = Require.in(Range.atLeast(0), NAME + ": eps-root", epsRoot);
    decay = Require.in(Range.atLeast(0), NAME + ": decay", decay);
  }

  /** A constant rate, the rest as usual. */
  public Adan(double rate) {
    this(Schedule.constant(rate), USUAL, Schedule.fixed(B3), Schedule.fixed(EPS_ROOT), NONE);
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
    State last = step.state("last", gradients.zeros());
    Gradients since = gradients.minus(last.old());
    Gradients d = Mean.first(gradients, step).select(gradients.zeros(), since);
    last.set(gradients);
    Moments.Now now = moments.in(step);
    Tensor rest = Moments.rest(now.b2());
    Gradients ahead = gradients.plus(d.times(rest)).square();
    Gradients mean = now.mean(gradients).times(now.correction1());
    State slope = step.state("d", gradients.zeros());
    Gradients change = slope.set(Moments.mix(now.b2(), slope.old(), d)).times(now.correction2());
    Tensor kept = b3.in(step, "b3");
    Gradients uncorrected = new Mean("n", kept).next(ahead, step);
    Tensor third = Moments.correction(kept, now.time());
    Gradients square = uncorrected.times(third).plus(epsRoot.in(step, "eps-root"));
    return mean.plus(change.times(rest)).dividedBy(square.sqrt().plus(now.eps()));
  }
}
