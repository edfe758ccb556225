package org.glissade.optim.optimizer;

import org.glissade.optim.LearningRate;
import org.glissade.optim.Require;
import org.glissade.optim.Schedule;
import org.glissade.spi.Range;
import org.glissade.tensor.Tensor;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.StepContext;

/**
 * Fromage (Bernstein et al., arXiv:2002.03432): p ← k·(p - rate·g·‖p‖/‖g‖) for each parameter with
 * k = 1/√(1 + rate²), which keeps weights from growing.
 *
 * @param rate the learning rate
 * @param minNorm what each norm is at least, above 0
 */
public record Fromage(Schedule rate, Schedule minNorm) implements GradientTransform {
  /** The name in text. */
  public static final String NAME = "fromage";

  /** The usual min-norm. */
  public static final double MIN_NORM = 1e-6;

  /** Checks the numbers. */
  public Fromage {
    rate = Require.rate(NAME, rate);
    minNorm = Require.in(Range.above(0), NAME + ": min-norm", minNorm);
  }

  /** A constant rate, the rest as usual. */
  public Fromage(double rate) {
    this(Schedule.constant(rate), Schedule.fixed(MIN_NORM));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    Tensor now = rate.in(step, LearningRate.RATE);
    Tensor shrink = now.square().plus(1).sqrt().reciprocalOrZero();
    return new TrustRatio(Schedule.fixed(1), minNorm)
        .apply(gradients, step)
        .times(now.times(shrink))
        .plus(step.values(gradients).times(shrink.negate().plus(1)));
  }
}
