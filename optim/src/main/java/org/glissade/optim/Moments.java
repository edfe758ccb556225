package org.glissade.optim;

import org.glissade.spi.Range;
import org.glissade.tensor.Tensor;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.State;
import org.glissade.transform.StepContext;

/**
 * The running means of Adam (Kingma and Ba, arXiv:1412.6980), which its kin have too: m ← b1·m + (1
 * - b1)·g; v ← b2·v + (1 - b2)·g². By itself it is the direction of Adam, m̂/(√v̂ + eps) with m̂ =
 * m/(1 - b1^t) and v̂ = v/(1 - b2^t), where t is 1 in the first step. As in Optax and PyTorch eps
 * stands outside the root and after the correction. Where a number follows a schedule, its value in
 * the step counts, in the correction too.
 *
 * @param b1 the decay of m, at least 0 and below 1
 * @param b2 the decay of v, at least 0 and below 1
 * @param eps above 0
 */
public record Moments(Schedule b1, Schedule b2, Schedule eps) implements GradientTransform {
  /** The usual numbers: 0.9, 0.999 and 10⁻⁸. */
  public static final Moments USUAL = new Moments(0.9, 0.999, 1e-8);

  /** Numbers that do not change. */
  public Moments(double b1, double b2, double eps) {
    this(Schedule.fixed(b1), Schedule.fixed(b2), Schedule.fixed(eps));
  }

  /** These numbers; refuses those out of their ranges, in the name of the rule that has them. */
  public Moments check(String who) {
    return new Moments(
        Require.in(Range.closedOpen(0, 1), who + ": b1", b1),
        Require.in(Range.closedOpen(0, 1), who + ": b2", b2),
        Require.in(Range.above(0), who + ": eps", eps));
  }

  /** The numbers in a step. Ask for them once, since a schedule may have states. */
  public Now in(StepContext step) {
    return new Now(step, b1.in(step, "b1"), b2.in(step, "b2"), eps.in(step, "eps"));
  }

  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    Now now = in(step);
    Gradients mean = now.mean(gradients);
    return mean.times(now.correction1()).dividedBy(now.root(now.square(gradients)));
  }

  /** √(1 - b2^t)/(1 - b1^t)·m/(√v + eps): eps is added before the correction. */
  Gradients correctedLast(Gradients gradients, StepContext step) {
    Now now = in(step);
    Gradients mean = now.mean(gradients);
    Gradients root = now.square(gradients).sqrt().plus(now.eps());
    return mean.dividedBy(root).times(now.corrected(now.b1().like(1)));
  }

  /**
   * The numbers of one step.
   *
   * @param step for whose rule
   * @param b1 a scalar
   * @param b2 a scalar
   * @param eps a scalar
   */
  public record Now(StepContext step, Tensor b1, Tensor b2, Tensor eps) {
    /** The number of the step, 1 in the first: a scalar. */
    public Tensor time() {
      return step.count().plus(1);
    }

    /** The next m, which is kept in the state {@code m}. */
    public Gradients mean(Gradients gradients) {
      State m = step.state("m", gradients.zeros());
      return m.set(mix(b1, m.old(), gradients));
    }

    /** The next v, which is kept in the state {@code v}. */
    public Gradients square(Gradients gradients) {
      State v = step.state("v", gradients.zeros());
      return v.set(mix(b2, v.old(), gradients.square()));
    }

    /** √v̂ + eps. */
    public Gradients root(Gradients square) {
      return square.times(correction2()).sqrt().plus(eps);
    }

    /** 1/(1 - b1^t). */
    public Tensor correction1() {
      return correction(b1, time());
    }

    /** 1/(1 - b2^t). */
    public Tensor correction2() {
      return correction(b2, time());
    }

    /** scalar·√(1 - b2^t)/(1 - b1^t): both corrections, for a rule that makes them last. */
    public Tensor corrected(Tensor scalar) {
      return scalar.times(correction1()).dividedBy(correction2().sqrt());
    }
  }

  /** decay·old + (1 - decay)·now. */
  public static Gradients mix(Tensor decay, Gradients old, Gradients now) {
    return old.times(decay).plus(now.times(rest(decay)));
  }

  /** 1 - decay. */
  public static Tensor rest(Tensor decay) {
    return decay.negate().plus(1);
  }

  /** 1/(1 - decay^t). */
  public static Tensor correction(Tensor decay, Tensor t) {
    return t.like(1).dividedBy(rest(decay.power(t)));
  }
}
