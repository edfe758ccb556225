package org.glissade.optim.clip;

import org.glissade.tensor.Extent;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.StepContext;

/**
 * Gradient centralisation (Yong et al., arXiv:2004.01461): the gradient of each output unit less
 * its mean, in parameters of two axes or more; others pass unchanged. Source: Optax's {@code
 * centralize}, which takes axis 0 for that of the units; here the parameter names it.
 */
public record Centralize() implements GradientTransform {
  /** The name in text. */
  public static final String NAME = "centralize";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    return gradients.route(
        parameter -> parameter.shape().rank() > 1,
        g -> g.within(Extent.UNIT, units -> units.minus(units.mean())),
        g -> g);
  }
}
