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
 * AdaBelief (Zhuang et al., arXiv:2010.07468): m̂/(√ŝ + eps) with s ← b2·s + (1 - b2)·(g - m)² +
 * epsRoot.
 *
 * @param rate the learning rate
 * @param b1 decay of the mean of g, at least 0 and below 1
 * @param b2 decay of the mean of (g - m)², at least 0 and below 1
 * @param eps added to the root, above 0
 * @param epsRoot added to s in each step, at least 0
 */
public record AdaBelief(Schedule rate, double b1, double b2, double eps, double epsRoot)
    implements Optimizer {
  /** The name in text. */
  public static final String NAME = "adabelief";

  /** The usual b1. */
  public static final double B1 = 0.9;

  /** The usual b2. */
  public static final double B2 = 0.999;

  /** The usual eps. */
  public static final double EPS = 1e-16;

  /** The usual eps-root. */
  public static final double EPS_ROOT = 1e-16;

  /** Checks the numbers. */
  public AdaBelief {
    Require.rate(NAME, rate);
    Require.in(Range.closedOpen(0, 1), NAME + ": b1", b1);
    Require.in(Range.closedOpen(0, 1), NAME + ": b2", b2);
    Require.in(Range.above(0), NAME + ": eps", eps);
    Require.in(Range.atLeast(0), NAME + ": eps-root", epsRoot);
  }

  /** A constant rate, the rest as usual. */
  public AdaBelief(double rate) {
    this(Schedule.constant(rate), B1, B2, EPS, EPS_ROOT);
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
    State first = step.state("m", gradients.zeros());
    State spread = step.state("s", gradients.zeros());
    Gradients mean = first.set(Mean.mix(b1, first.old(), gradients));
    // b1·(g - m before) is g - m, without losing the digits that the two share.
    Gradients surprise = gradients.minus(first.old()).times(b1).square();
    Gradients next = spread.set(Mean.mix(b2, spread.old(), surprise).plus(epsRoot));
    Tensor t = Mean.time(step);
    Gradients root = next.times(Mean.correction(b2, t)).sqrt().plus(eps);
    return mean.times(Mean.correction(b1, t)).dividedBy(root);
  }
}
