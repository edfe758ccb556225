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
 * AdaBelief (Zhuang et al., arXiv:2010.07468): m̂/(√ŝ + eps) with s ← b2·s + (1 - b2)·(g - m)² +
 * epsRoot.
 *
 * @param rate the learning rate
 * @param moments the running means of g and (g - m)², and what is added to the root
 * @param epsRoot added to s in each step, at least 0
 */
public record AdaBelief(Schedule rate, Moments moments, Schedule epsRoot) implements Optimizer {
  /** The name in text. */
  public static final String NAME = "adabelief";

  /** The usual numbers. */
  public static final Moments USUAL = new Moments(0.9, 0.999, 1e-16);

  /** The usual eps-root. */
  public static final double EPS_ROOT = 1e-16;

  /** Checks the numbers. */
  public AdaBelief {
    rate = Require.rate(NAME, rate);
    moments = moments.check(NAME);
    epsRoot = Require.in(Range.atLeast(0), NAME + ": eps-root", epsRoot);
  }

  /** A constant rate, the rest as usual. */
  public AdaBelief(double rate) {
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
    State first = step.state("m", gradients.zeros());
    State spread = step.state("s", gradients.zeros());
    Gradients mean = first.set(Moments.mix(now.b1(), first.old(), gradients));
    // b1·(g - m before) is g - m, without losing the digits that the two share.
    Gradients surprise = gradients.minus(first.old()).times(now.b1());
    Gradients next = spread.set(spread(spread.old(), surprise, epsRoot.in(step, "eps-root"), now));
    return mean.times(now.correction1()).dividedBy(now.root(next));
  }

  /** The next s. */
  static Gradients spread(Gradients old, Gradients surprise, Tensor epsRoot, Moments.Now now) {
    return Moments.mix(now.b2(), old, surprise.square()).plus(epsRoot);
  }
}
