package org.glissade.optim.clip;

import org.glissade.optim.Require;
import org.glissade.optim.Schedule;
import org.glissade.spi.Range;
import org.glissade.tensor.Extent;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.OverExtent;
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
 * @param alpha α, above 0; a schedule may end at 0
 */
public record AutomaticClip(Schedule gamma, Extent extent, Schedule alpha)
    implements GradientTransform, OverExtent {
  /** The name in text. */
  public static final String NAME = "automatic-clip";

  /** What α is called as a setting. */
  public static final String ALPHA = "alpha";

  /** Checks the numbers. */
  public AutomaticClip {
    gamma = Require.in(Range.above(0), NAME + ": gamma", gamma);
    alpha = Require.fading(Range.above(0), NAME + ": " + ALPHA, alpha);
  }

  /** Norm 1, with always the same γ. */
  public AutomaticClip(double gamma, Extent extent) {
    this(Schedule.fixed(gamma), extent, Schedule.constant(1));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    Gradients length = gradients.scalar(alpha.in(step, ALPHA));
    Gradients added = gradients.scalar(gamma.in(step, "gamma"));
    return gradients.within(extent, g -> Shorten.smoothly(g, length, added, step));
  }
}
