package org.glissade.optim.clip;

import org.glissade.optim.Require;
import org.glissade.spi.Range;
import org.glissade.tensor.Extent;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.StepContext;

/**
 * g·γ/(‖g‖ + γ) over each group of the extent: a small gradient passes nearly unchanged, and no
 * result reaches norm γ. There is no edge at which the clip sets in. Source: Zhang et al.,
 * arXiv:1905.11881.
 *
 * <p>Reports {@code norm}, the norm before, per group, unless the extent is {@link Extent#ELEMENT}.
 *
 * @param gamma γ, above 0
 * @param extent what each norm is taken over
 */
public record SmoothClip(double gamma, Extent extent) implements GradientTransform {
  /** The name in text. */
  public static final String NAME = "smooth-clip";

  /** Checks γ. */
  public SmoothClip {
    Require.in(Range.above(0), NAME + ": gamma", gamma);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    return gradients.within(extent, g -> AutomaticClip.shorten(g, step, gamma, gamma));
  }
}
