package org.glissade.optim.optimizer;

import org.glissade.optim.LearningRate;
import org.glissade.optim.Moments;
import org.glissade.optim.Require;
import org.glissade.optim.Schedule;
import org.glissade.spi.Range;
import org.glissade.tensor.Tensor;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.State;
import org.glissade.transform.StepContext;

/**
 * MADGRAD (Defazio and Jelassi, arXiv:2101.11075): S ← S + λ·g and Q ← Q + λ·g² with λ = (rate +
 * eps)·√t; p moves by 1 - momentum towards p₀ - S/(∛Q + eps).
 *
 * @param rate the learning rate
 * @param momentum what is kept of the parameter in each step, at least 0 and below 1
 * @param eps added to the cube root, and to the rate, above 0
 */
public record MadGrad(Schedule rate, Schedule momentum, Schedule eps) implements GradientTransform {
  /** The name in text. */
  public static final String NAME = "madgrad";

  /** The usual momentum. */
  public static final double MOMENTUM = 0.9;

  /** The usual eps. */
  public static final double EPS = 1e-6;

  /** Checks the numbers. */
  public MadGrad {
    rate = Require.rate(NAME, rate);
    momentum = Require.in(Range.closedOpen(0, 1), NAME + ": momentum", momentum);
    eps = Require.in(Range.above(0), NAME + ": eps", eps);
  }

  /** A constant rate, the rest as usual. */
  public MadGrad(double rate) {
    this(Schedule.constant(rate), Schedule.fixed(MOMENTUM), Schedule.fixed(EPS));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    State sum = step.state("sum", gradients.zeros());
    State squares = step.state("squares", gradients.zeros());
    Tensor added = eps.in(step, "eps");
    Tensor weight = rate.in(step, LearningRate.RATE).plus(added).times(Mean.time(step).sqrt());
    Gradients total = sum.set(sum.old().plus(gradients.times(weight)));
    Gradients size = squares.set(squares.old().plus(gradients.square().times(weight)));
    Gradients target = total.dividedBy(size.power(1.0 / 3).plus(added));
    Gradients moved = step.values(gradients).minus(Start.of(gradients, step));
    return moved.plus(target).times(Moments.rest(momentum.in(step, "momentum")));
  }
}
