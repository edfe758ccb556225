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
 * Adan (Xie et al., arXiv:2208.06677): d = g - g of the step before, 0 in the first; (m̂ + (1 -
 * b2)·d̂)/(√(n̂ + epsRoot) + eps), m, d̂ and n being the running means of g, d and (g + (1 -
 * b2)·d)².
 *
 * @param rate the learning rate
 * @param b1 decay of the mean of g, at least 0 and below 1
 * @param b2 decay of the mean of the change of g, at least 0 and below 1
 * @param b3 decay of the mean of squares, at least 0 and below 1
 * @param eps added to the root, above 0
 * @param epsRoot added under the root, at least 0
 * @param decay how much of each parameter is added; 0 for none, at least 0
 */
public record Adan(
    Schedule rate, double b1, double b2, double b3, double eps, double epsRoot, double decay)
    implements Optimizer {
  /** The name in text. */
  public static final String NAME = "adan";

  /** The usual b1. */
  public static final double B1 = 0.98;

  /** The usual b2. */
  public static final double B2 = 0.92;

  /** The usual b3. */
  public static final double B3 = 0.99;

  /** The usual eps. */
  public static final double EPS = 1e-8;

  /** The usual eps-root. */
  public static final double EPS_ROOT = 1e-8;

  /** The usual decay. */
  public static final double DECAY = 0;

  /** Checks the numbers. */
  public Adan {
    Require.rate(NAME, rate);
    Require.in(Range.closedOpen(0, 1), NAME + ": b1", b1);
    Require.in(Range.closedOpen(0, 1), NAME + ": b2", b2);
    Require.in(Range.closedOpen(0, 1), NAME + ": b3", b3);
    Require.in(Range.above(0), NAME + ": eps", eps);
    Require.in(Range.atLeast(0), NAME + ": eps-root", epsRoot);
    Require.in(Range.atLeast(0), NAME + ": decay", decay);
  }

  /** A constant rate, the rest as usual. */
  public Adan(double rate) {
    this(Schedule.constant(rate), B1, B2, B3, EPS, EPS_ROOT, DECAY);
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
    Gradients change = gradients.minus(last.old());
    Gradients d = Mean.first(gradients, step).select(gradients.zeros(), change);
    last.set(gradients);
    Gradients ahead = gradients.plus(d.times(1 - b2)).square();
    Gradients mean = new Mean("m", b1).corrected(gradients, step);
    Gradients slope = new Mean("d", b2).corrected(d, step);
    Gradients root = new Mean("n", b3).corrected(ahead, step).plus(epsRoot).sqrt().plus(eps);
    return mean.plus(slope.times(1 - b2)).dividedBy(root);
  }
}
