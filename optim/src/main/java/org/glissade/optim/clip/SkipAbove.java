package org.glissade.optim.clip;

import org.glissade.optim.Require;
import org.glissade.optim.Schedule;
import org.glissade.spi.Range;
import org.glissade.tensor.Extent;
import org.glissade.tensor.Tensor;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.StepContext;
import org.glissade.transform.Wrapper;

/**
 * Skips a step in which the norm of all gradients is not below a bound: it changes nothing at all.
 * Source: Optax's {@code skip_large_updates}, whose bound is squared.
 *
 * <p>Reports {@code norm}, and {@code acted}, 1 in a step that was skipped.
 *
 * @param maxNorm the bound, above 0
 */
public record SkipAbove(Schedule maxNorm) implements Wrapper {
  /** The name in text. */
  public static final String NAME = "skip-above";

  /** What the bound is called as a setting. */
  public static final String MAX_NORM = "max-norm";

  /** Checks the bound. */
  public SkipAbove {
    maxNorm = Require.in(Range.above(0), NAME + ": " + MAX_NORM, maxNorm);
  }

  /** Always the same bound, which is a setting. */
  public SkipAbove(double maxNorm) {
    this(Schedule.constant(maxNorm));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Gradients around(Gradients gradients, StepContext step, GradientTransform rest) {
    Gradients norm = gradients.within(Extent.GLOBAL, Gradients::norm);
    Tensor below = norm.value().lessThan(maxNorm.in(step, MAX_NORM));
    step.report("norm", norm);
    step.report("acted", gradients.scalar(below.negate().plus(1)));
    return step.when(below, inner -> rest.apply(gradients, inner));
  }
}
