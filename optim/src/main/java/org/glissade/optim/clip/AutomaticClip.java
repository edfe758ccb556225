package org.glissade.optim.clip;

import org.glissade.optim.Require;
import org.glissade.spi.Range;
import org.glissade.tensor.Extent;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.StepContext;

/**
 * α·g/(‖g‖ + γ) over each group of the extent: nearly α long where ‖g‖ is well above γ, and
 * vanishing with it below, so that there is no threshold to tune. Source: Bu et al.,
 * arXiv:2206.07136, with α = 1 and γ = 0.01. With γ = 10⁻⁶ over all parameters this is Optax's
 * {@code normalize_by_update_norm}; {@link org.glissade.optim.Renormalize} has no γ.
 *
 * <p>Reports {@code norm}, the norm before, per group, unless the extent is {@link Extent#ELEMENT}.
 *
 * @param gamma γ, above 0
 * @param extent what each norm is taken over
 * @param alpha α, above 0
 */
public record AutomaticClip(double gamma, Extent extent, double alpha)
    implements GradientTransform {
  /** The name in text. */
  public static final String NAME = "automatic-clip";

  /** Checks the numbers. */
  public AutomaticClip {
    Require.in(Range.above(0), NAME + ": gamma", gamma);
    Require.in(Range.above(0), NAME + ": alpha", alpha);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    return gradients.within(extent, g -> shorten(g, step, alpha, gamma));
  }

  /** The formula. */
  static Gradients shorten(Gradients gradients, StepContext step, double alpha, double gamma) {
    Gradients norm = gradients.norm();
    Told.norm(step, norm);
    return gradients.times(norm.plus(gamma).reciprocalOrZero()).times(alpha);
  }
}
