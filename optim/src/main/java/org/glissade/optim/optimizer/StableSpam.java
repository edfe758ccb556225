package org.glissade.optim.optimizer;

import java.util.List;
import org.glissade.optim.LearningRate;
import org.glissade.optim.Require;
import org.glissade.optim.Schedule;
import org.glissade.optim.clip.AdaptiveNorm;
import org.glissade.optim.clip.ClipByRunningMax;
import org.glissade.spi.Range;
import org.glissade.tensor.Extent;
import org.glissade.tensor.Tensor;
import org.glissade.transform.Chain;
import org.glissade.transform.Gradients;
import org.glissade.transform.Link;
import org.glissade.transform.State;
import org.glissade.transform.StepContext;

/**
 * Stable-SPAM (Huang et al., arXiv:2502.17055): {@link ClipByRunningMax} and {@link AdaptiveNorm}
 * over each parameter, then Adam whose m, v and corrections begin anew every so many steps. In the
 * authors' code the corrections of the first two begin anew as well, though their means do not;
 * here they go on.
 *
 * @param rate the learning rate
 * @param b1 decay of the mean of g, at least 0 and below 1
 * @param b2 decay of the mean of g², at least 0 and below 1
 * @param eps added to the root, above 0
 * @param gamma1 decay of the mean of norms, at least 0 and below 1
 * @param gamma2 decay of the mean of squared norms, at least 0 and below 1
 * @param theta decay of the mean of the largest |g|, at least 0 and below 1
 * @param every how many steps m and v live, at least 2
 */
public record StableSpam(
    Schedule rate,
    double b1,
    double b2,
    double eps,
    double gamma1,
    double gamma2,
    double theta,
    int every)
    implements Optimizer {
  /** The name in text. */
  public static final String NAME = "stable-spam";

  /** The usual b1. */
  public static final double B1 = 0.9;

  /** The usual b2. */
  public static final double B2 = 0.999;

  /** The usual eps. */
  public static final double EPS = 1e-8;

  /** The usual life of m and v. */
  public static final int EVERY = 1000;

  /** Checks the numbers. */
  public StableSpam {
    Require.rate(NAME, rate);
    Require.in(Range.closedOpen(0, 1), NAME + ": b1", b1);
    Require.in(Range.closedOpen(0, 1), NAME + ": b2", b2);
    Require.in(Range.above(0), NAME + ": eps", eps);
    Require.in(Range.closedOpen(0, 1), NAME + ": gamma1", gamma1);
    Require.in(Range.closedOpen(0, 1), NAME + ": gamma2", gamma2);
    Require.in(Range.closedOpen(0, 1), NAME + ": theta", theta);
    Require.in(Range.atLeast(2), NAME + ": every", every);
  }

  /** A constant rate, the rest as usual. */
  public StableSpam(double rate) {
    this(
        Schedule.constant(rate),
        B1,
        B2,
        EPS,
        AdaptiveNorm.B1,
        AdaptiveNorm.B2,
        ClipByRunningMax.DECAY,
        EVERY);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Chain parts() {
    return Chain.of(
        List.of(
            Link.of("clip", new ClipByRunningMax(theta, Extent.PARAMETER)),
            Link.of("norm", new AdaptiveNorm(gamma1, gamma2, eps, Extent.PARAMETER)),
            Link.of("", this::direction),
            Link.of("", new LearningRate(rate))));
  }

  private Gradients direction(Gradients gradients, StepContext step) {
    Tensor t = Mean.time(step);
    Tensor age = Resets.age(t, every);
    State mean = step.state("m", gradients.zeros());
    State square = step.state("v", gradients.zeros());
    Gradients m = mean.set(Mean.mix(b1, Resets.renewed(mean.old(), age), gradients));
    Gradients v = square.set(Mean.mix(b2, Resets.renewed(square.old(), age), gradients.square()));
    Tensor seen = age.plus(t.like(every).atMost(t));
    Gradients root = v.times(Mean.correction(b2, seen)).sqrt().plus(eps);
    return m.times(Mean.correction(b1, seen)).dividedBy(root);
  }
}
