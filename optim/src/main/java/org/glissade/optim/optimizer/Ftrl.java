package org.glissade.optim.optimizer;

import org.glissade.optim.LearningRate;
import org.glissade.optim.Require;
import org.glissade.optim.Schedule;
import org.glissade.spi.Range;
import org.glissade.tensor.Tensor;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.State;
import org.glissade.transform.StepContext;

/**
 * FTRL-Proximal (McMahan et al., KDD 2013): S ← S + g², z ← z + g - (√S - √S before)·p/rate; p ←
 * (clip(z, ±l1) - z)/(√S/rate + 2·l2).
 *
 * @param rate the learning rate
 * @param initial what the sum of squares begins with, at least 0
 * @param l1 below which sum a weight is 0, at least 0
 * @param l2 how strongly weights are drawn to 0, at least 0
 */
public record Ftrl(Schedule rate, double initial, Schedule l1, Schedule l2)
    implements GradientTransform {
  /** The name in text. */
  public static final String NAME = "ftrl";

  /** The usual initial. */
  public static final double INITIAL = 0.1;

  /** The usual l1. */
  public static final double L1 = 0;

  /** The usual l2. */
  public static final double L2 = 0;

  /** Checks the numbers. */
  public Ftrl {
    rate = Require.rate(NAME, rate);
    Require.in(Range.atLeast(0), NAME + ": initial", initial);
    l1 = Require.in(Range.atLeast(0), NAME + ": l1", l1);
    l2 = Require.in(Range.atLeast(0), NAME + ": l2", l2);
  }

  /** A constant rate, the rest as usual. */
  public Ftrl(double rate) {
    this(Schedule.constant(rate), INITIAL, Schedule.fixed(L1), Schedule.fixed(L2));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    Tensor now = rate.in(step, LearningRate.RATE);
    Gradients values = step.values(gradients);
    State squares = step.state("squares", gradients.like(initial));
    State linear = step.state("linear", gradients.zeros());
    Gradients root = squares.set(squares.old().plus(gradients.square())).sqrt();
    // g·g/(√(S + g²) + √S) is √(S + g²) - √S, without losing the digits that the two share.
    Gradients share = gradients.times(root.plus(squares.old().sqrt()).reciprocalOrZero());
    Gradients growth = gradients.times(share);
    Gradients sum =
        linear.set(
            linear.old().plus(gradients).minus(values.times(growth).times(now.reciprocalOrZero())));
    Tensor edge = l1.in(step, "l1");
    Gradients past = sum.minus(sum.minimum(edge).maximum(edge.negate())).times(now);
    Gradients weight = root.plus(now.times(l2.in(step, "l2").times(2)));
    return values.plus(past.times(weight.reciprocalOrZero()));
  }
}
