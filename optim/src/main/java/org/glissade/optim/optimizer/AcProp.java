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
 * ACProp (Zhuang et al., arXiv:2110.05454): g/(√ŝ + eps) with the s of the step before, 1 in the
 * first; s ← b2·s + (1 - b2)·(g - m)² + epsRoot with the m of the step before.
 *
 * @param rate the learning rate
 * @param b1 decay of the mean of g, at least 0 and below 1
 * @param b2 decay of the mean of (g - m)², at least 0 and below 1
 * @param eps added to the root, above 0
 * @param epsRoot added to s in each step, at least 0
 */
public record AcProp(Schedule rate, double b1, double b2, double eps, double epsRoot)
    implements Optimizer {
  /** The name in text. */
  public static final String NAME = "acprop";

  /** The usual b1. */
  public static final double B1 = 0.9;

  /** The usual b2. */
  public static final double B2 = 0.999;

  /** The usual eps. */
  public static final double EPS = 1e-16;

  /** The usual eps-root. */
  public static final double EPS_ROOT = 1e-16;

  /** Checks the numbers. */
  public AcProp {
    Require.rate(NAME, rate);
    Require.in(Range.closedOpen(0, 1), NAME + ": b1", b1);
    Require.in(Range.closedOpen(0, 1), NAME + ": b2", b2);
    Require.in(Range.above(0), NAME + ": eps", eps);
    Require.in(Range.atLeast(0), NAME + ": eps-root", epsRoot);
  }

  /** A constant rate, the rest as usual. */
  public AcProp(double rate) {
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
    State mean = step.state("m", gradients.zeros());
    State spread = step.state("s", gradients.zeros());
    Gradients surprise = gradients.minus(mean.old()).square();
    mean.set(Mean.mix(b1, mean.old(), gradients));
    spread.set(Mean.mix(b2, spread.old(), surprise).plus(epsRoot));
    Gradients known = spread.old().times(Mean.correction(b2, step.count().maximum(1)));
    Gradients root = Mean.first(gradients, step).select(gradients.like(1), known).sqrt();
    return gradients.dividedBy(root.plus(eps));
  }
}
