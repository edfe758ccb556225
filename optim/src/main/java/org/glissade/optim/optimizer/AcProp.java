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
 * ACProp (Zhuang et al., arXiv:2110.05454): g/(√ŝ + eps) with the s of the step before, 1 in the
 * first; s ← b2·s + (1 - b2)·(g - m)² + epsRoot with the m of the step before.
 *
 * @param rate the learning rate
 * @param moments the running means of g and (g - m)², and what is added to the root
 * @param epsRoot added to s in each step, at least 0
 */
public record AcProp(Schedule rate, Moments moments, Schedule epsRoot) implements Optimizer {
  /** The name in text. */
  public static final String NAME = "acprop";

  /** The usual numbers. */
  public static final Moments USUAL = new Moments(0.9, 0.999, 1e-16);

  /** The usual eps-root. */
  public static final double EPS_ROOT = 1e-16;

  /** Checks the numbers. */
  public AcProp {
    rate = Require.rate(NAME, rate);
    moments = moments.check(NAME);
    epsRoot = Require.in(Range.atLeast(0), NAME + ": eps-root", epsRoot);
  }

  /** A constant rate, the rest as usual. */
  public AcProp(double rate) {
    this(Schedule.constant(rate), USUAL, Schedule.fixed(EPS_ROOT));
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
    Moments.Now now = moments.in(step);
    State mean = step.state("m", gradients.zeros());
    Gradients surprise = gradients.minus(mean.old());
    mean.set(Moments.mix(now.b1(), mean.old(), gradients));
    State spread = step.state("s", gradients.zeros());
    spread.set(AdaBelief.spread(spread.old(), surprise, epsRoot.in(step, "eps-root"), now));
    Tensor correction = Moments.correction(now.b2(), step.count().maximum(1));
    Gradients known = spread.old().times(correction);
    Gradients root = Mean.first(gradients, step).select(gradients.like(1), known).sqrt();
    return gradients.dividedBy(root.plus(now.eps()));
  }
}
