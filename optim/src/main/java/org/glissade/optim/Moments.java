package org.glissade.optim;

import org.glissade.spi.Range;
import org.glissade.tensor.Tensor;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.State;
import org.glissade.transform.StepContext;

/**
 * The direction of Adam (Kingma and Ba, arXiv:1412.6980). m ← b1·m + (1 - b1)·g; v ← b2·v + (1 -
 * b2)·g²; the update is m̂/(√v̂ + eps) with m̂ = m/(1 - b1^t) and v̂ = v/(1 - b2^t), where t is 1
 * in the first step. As in Optax and PyTorch eps stands outside the root and after the correction.
 *
 * @param b1 the decay of m, at least 0 and below 1
 * @param b2 the decay of v, at least 0 and below 1
 * @param eps above 0
 */
public record Moments(double b1, double b2, double eps) implements GradientTransform {
  static void check(String who, double b1, double b2, double eps) {
    Require.in(Range.closedOpen(0, 1), who + ": b1", b1);
    Require.in(Range.closedOpen(0, 1), who + ": b2", b2);
    Require.in(Range.above(0), who + ": eps", eps);
  }

  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    Tensor t = step.count().plus(1);
    State m = step.state("m", gradients.zeros());
    State v = step.state("v", gradients.zeros());
    Gradients mean = m.set(average(b1, m.old(), gradients));
    Gradients square = v.set(average(b2, v.old(), gradients.square()));
    Gradients root = square.times(correction(b2, t)).sqrt();
    return mean.times(correction(b1, t)).dividedBy(root.plus(eps));
  }

  /** decay·old + (1 - decay)·now. */
  static Gradients average(double decay, Gradients old, Gradients now) {
    return old.times(decay).plus(now.times(1 - decay));
  }

  /** 1/(1 - decay^t). */
  static Tensor correction(double decay, Tensor t) {
    return t.like(1).dividedBy(t.like(decay).power(t).negate().plus(1));
  }
}
