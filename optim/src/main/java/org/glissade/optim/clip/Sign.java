package org.glissade.optim.clip;

import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.StepContext;

/**
 * -1, 0 or 1, whichever sign an element has; NaN stays NaN. Source: Bernstein et al.,
 * arXiv:1802.04434; Optax's {@code scale_by_sign}.
 */
public record Sign() implements GradientTransform {
  /** The name in text. */
  public static final String NAME = "sign";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    return gradients.sign();
  }
}
