package org.glissade.optim.optimizer;

import java.util.List;
import org.glissade.optim.LearningRate;
import org.glissade.optim.Moments;
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
 * @param moments the running means of g and g², and what is added to the root
 * @param gamma1 decay of the mean of norms, at least 0 and below 1
 * @param gamma2 decay of the mean of squared norms, at least 0 and below 1
 * @param theta decay of the mean of the largest |g|, at least 0 and below 1
 * @param every how many steps m and v live, at least 2
 */
public record StableSpam(
    Schedule rate, Moments moments, Schedule gamma1, Schedule gamma2, Schedule theta, int every)
    implements Optimizer {
  /** The name in text. */
  public static final String NAME = "stable-spam";

  /** The usual life of m and v. */
  public static final int EVERY = 1000;

  /** Checks the numbers. */
  public StableSpam {
    rate = Require.rate(NAME, rate);
    moments = moments.check(NAME);
    gamma1 = Require.in(Range.closedOpen(0, 1), NAME + ": gamma1", gamma1);
    gamma2 = Require.in(Range.closedOpen(0, 1), NAME + ": gamma2", gamma2);
    theta = Require.in(Range.closedOpen(0, 1), NAME + ": theta", theta);
    Require.in(Range.atLeast(2), NAME + ": every", every);
  }

  /** A constant rate, the rest as usual. */
  public StableSpam(double rate) {
    this(
        Schedule.constant(rate),
        Moments.USUAL,
        Schedule.fixed(AdaptiveNorm.B1),
        Schedule.fixed(AdaptiveNorm.B2),
        Schedule.fixed(ClipByRunningMax.DECAY),
        EVERY);
  }

  @Override
  public String name() {
    return NAME;
  }

  /** Under the names of this rule each number is one, though two of its parts may use it. */
  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    Tensor b1 = moments.b1().in(step, "b1");
    Tensor b2 = moments.b2().in(step, "b2");
    Tensor eps = moments.eps().in(step, "eps");
    Tensor first = gamma1.in(step, "gamma1");
    Tensor second = gamma2.in(step, "gamma2");
    Tensor third = theta.in(step, "theta");
    Moments now = new Moments(count -> b1, count -> b2, count -> eps);
    return new StableSpam(rate, now, count -> first, count -> second, count -> third, every)
        .parts()
        .apply(gradients, step);
  }

  @Override
  public Chain parts() {
    Moments norm = new Moments(gamma1, gamma2, moments.eps());
    return Chain.of(
        List.of(
            Link.of("clip", new ClipByRunningMax(theta, Extent.PARAMETER)),
            Link.of("norm", new AdaptiveNorm(norm, Extent.PARAMETER)),
            Link.of("", this::direction),
            Link.of("", new LearningRate(rate))));
  }

  private Gradients direction(Gradients gradients, StepContext step) {
    Tensor t = Mean.time(step);
    Tensor age = Resets.age(t, every);
    State mean = step.state("m", gradients.zeros());
    State square = step.state("v", gradients.zeros());
    Moments.Now now = moments.in(step);
    Gradients oldMean = Resets.renewed(mean.old(), age);
    Gradients oldSquare = Resets.renewed(square.old(), age);
    Gradients m = mean.set(Moments.mix(now.b1(), oldMean, gradients));
    Gradients v = square.set(Moments.mix(now.b2(), oldSquare, gradients.square()));
    Tensor seen = age.plus(t.like(every).atMost(t));
    Gradients root = v.times(Moments.correction(now.b2(), seen)).sqrt().plus(now.eps());
    return m.times(Moments.correction(now.b1(), seen)).dividedBy(root);
  }
}
