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
 * g·γ/(‖g‖ + γ) over each group of the extent: a small gradient passes nearly unchanged, and no
 * result reaches norm γ. There is no edge at which the clip sets in. Source: Zhang et al.,
 * arXiv:1905.11881.
 *
 * <p>Reports {@code norm}, the norm before, per group, unless the extent is {@link Extent#ELEMENT}.
 *
 * @param gamma γ, above 0; a schedule may end at 0
 * @param extent what each norm is taken over
 */
public record SmoothClip(Schedule gamma, Extent extent) implements GradientTransform, OverExtent {
  /** The name in text. */
  public static final String NAME = "smooth-clip";

  /** What γ is called as a setting. */
  public static final String GAMMA = "gamma";

  /** Checks γ. */
  public SmoothClip {
    gamma = Require.fading(Range.above(0), NAME + ": " + GAMMA, gamma);
  }

  /** Always the same γ, which is a setting. */
  public SmoothClip(double gamma, Extent extent) {
    this(Schedule.constant(gamma), extent);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    Gradients length = gradients.scalar(gamma.in(step, GAMMA));
    return gradients.within(extent, g -> Shorten.smoothly(g, length, length, step));
  }
}
