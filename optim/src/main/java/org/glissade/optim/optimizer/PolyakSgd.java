package org.glissade.optim.optimizer;

import org.glissade.optim.Require;
import org.glissade.optim.Schedule;
import org.glissade.spi.Range;
import org.glissade.tensor.Extent;
import org.glissade.tensor.Tensor;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.StepContext;

/**
 * The step of Polyak (Introduction to Optimization, 1987; Loizou et al., arXiv:2002.10542):
 * g·min((loss - f)/(‖g‖² + eps), maxRate), the norm being global. A gradient of 0 gives 0.
 *
 * @param maxRate the largest step size, above 0
 * @param fMin the least loss that can be reached, any number
 * @param eps added to ‖g‖², at least 0
 * @param positive whether a loss below f-min gives 0, not a step upwards
 */
public record PolyakSgd(Schedule maxRate, Schedule fMin, Schedule eps, boolean positive)
    implements GradientTransform {
  /** The name in text. */
  public static final String NAME = "polyak-sgd";

  /** The usual max-rate. */
  public static final double MAX_RATE = 1;

  /** The usual f-min. */
  public static final double F_MIN = 0;

  /** The usual eps. */
  public static final double EPS = 0;

  /** Checks the numbers. */
  public PolyakSgd {
    maxRate = Require.in(Range.above(0), NAME + ": max-rate", maxRate);
    fMin = Require.in(Range.any(), NAME + ": f-min", fMin);
    eps = Require.in(Range.atLeast(0), NAME + ": eps", eps);
  }

  /** Everything as usual. */
  public PolyakSgd() {
    this(Schedule.fixed(MAX_RATE), Schedule.fixed(F_MIN), Schedule.fixed(EPS), false);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    Tensor gap = step.loss().minus(fMin.in(step, "f-min"));
    Gradients above = gradients.scalar(positive ? gap.maximum(0) : gap);
    return gradients.within(
        Extent.GLOBAL,
        g -> {
          Gradients square = g.sumOfSquares().plus(eps.in(step, "eps"));
          Gradients ratio = above.times(square.reciprocalOrZero());
          Gradients size = ratio.minimum(maxRate.in(step, "max-rate"));
          step.report("step-size", size);
          return g.times(size);
        });
  }
}
