package org.glissade.optim.clip;

import org.glissade.tensor.Extent;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.StepContext;

/**
 * 0 for each NaN; infinities stay. Source: Optax's {@code zero_nans}. It needs the policy {@link
 * org.glissade.transform.NonFinite.Policy#PROPAGATE} before it; the policy {@code ZERO_ELEMENTS}
 * makes infinities 0 too.
 *
 * <p>Reports {@code acted}, 1 for each parameter that had a NaN.
 */
public record ZeroNans() implements GradientTransform {
  /** The name in text. */
  public static final String NAME = "zero-nans";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    Gradients number = gradients.equalTo(gradients);
    Gradients found = number.negate().plus(1);
    step.report("acted", found.within(Extent.PARAMETER, Gradients::max));
    return number.select(gradients, gradients.zeros());
  }
}
