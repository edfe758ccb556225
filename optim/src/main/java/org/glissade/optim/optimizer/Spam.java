package org.glissade.optim.optimizer;

import org.glissade.optim.LearningRate;
import org.glissade.optim.Moments;
import org.glissade.optim.Require;
import org.glissade.optim.Schedule;
import org.glissade.spi.Range;
import org.glissade.tensor.Extent;
import org.glissade.tensor.Tensor;
import org.glissade.transform.Chain;
import org.glissade.transform.Gradients;
import org.glissade.transform.State;
import org.glissade.transform.StepContext;

/**
 * SPAM (Huang et al., arXiv:2501.06842): Adam in which a spike, g² above threshold·v, becomes
 * sign(g)·√(threshold·v), and m and v begin anew every so many steps. After each reset the rate
 * rises from a hundredth along half a cosine. No spikes are looked for in the first {@code start}
 * steps of the run and after each reset. As in the authors' code eps is added to √v before its
 * correction, and the corrections go on counting through resets.
 *
 * <p>Reports {@code acted}, the share of elements that were spikes.
 *
 * @param rate the learning rate
 * @param moments the running means of g and g², and what is added to the root
 * @param threshold how many times v a g² may be, above 0
 * @param every how many steps m and v live, at least 2
 * @param warmup within how many steps after a reset the rate rises, at least 0 and below every
 * @param start how many steps have no spikes, at least 0
 */
public record Spam(
    Schedule rate, Moments moments, Schedule threshold, int every, int warmup, int start)
    implements Optimizer {
  /** The name in text. */
  public static final String NAME = "spam";

  /** The usual numbers. */
  public static final Moments USUAL = new Moments(0.9, 0.999, 1e-6);

  /** The usual threshold. */
  public static final double THRESHOLD = 5000;

  /** The usual life of m and v. */
  public static final int EVERY = 500;

  /** The usual warm-up. */
  public static final int WARMUP = 150;

  /** The usual start. */
  public static final int START = 20;

  /** Checks the numbers. */
  public Spam {
    rate = Require.rate(NAME, rate);
    moments = moments.check(NAME);
    threshold = Require.in(Range.above(0), NAME + ": threshold", threshold);
    Require.in(Range.atLeast(2), NAME + ": every", every);
    Require.in(Range.closedOpen(0, every), NAME + ": warmup", warmup);
    Require.in(Range.atLeast(0), NAME + ": start", start);
  }

  /** A constant rate, the rest as usual. */
  public Spam(double rate) {
    this(Schedule.constant(rate), USUAL, Schedule.fixed(THRESHOLD), EVERY, WARMUP, START);
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
    Tensor t = Mean.time(step);
    Tensor age = Resets.age(t, every);
    State mean = step.state("m", gradients.zeros());
    State square = step.state("v", gradients.zeros());
    Gradients oldMean = Resets.renewed(mean.old(), age);
    Gradients oldSquare = Resets.renewed(square.old(), age);

    Gradients limit = oldSquare.times(threshold.in(step, "threshold")).sqrt();
    Gradients looked = gradients.scalar(from(t, start).times(from(age, start)));
    Gradients spike = limit.lessThan(gradients.abs()).times(looked);
    step.report("acted", spike.within(Extent.GLOBAL, Gradients::mean));
    Gradients calm = spike.select(gradients.sign().times(limit), gradients);

    Moments.Now now = moments.in(step);
    Gradients m = mean.set(Moments.mix(now.b1(), oldMean, calm));
    Gradients v = square.set(Moments.mix(now.b2(), oldSquare, calm.square()));
    Gradients root = v.sqrt().plus(now.eps());
    Tensor corrections = now.correction1().dividedBy(now.correction2().sqrt());
    return m.dividedBy(root).times(corrections.times(rise(t, age)));
  }

  private static Tensor from(Tensor time, int first) {
    return time.like(first).atMost(time);
  }

  /** 1 before the first reset and from the warm-up's end on. */
  private Tensor rise(Tensor t, Tensor age) {
    Tensor wave = age.times(Math.PI / (warmup + 1)).cos().plus(1);
    Tensor rising = from(t, every).times(age.lessThan(age.like(warmup)));
    return rising.select(wave.times(-0.99 / 2).plus(1), age.like(1));
  }
}
