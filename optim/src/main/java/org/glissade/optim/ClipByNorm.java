package org.glissade.optim;

import org.glissade.spi.Range;
import org.glissade.tensor.Extent;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.OverExtent;
import org.glissade.transform.StepContext;

/**
 * g·c/max(‖g‖, c) over each group of the extent: a gradient of norm up to c passes unchanged, a
 * longer one keeps its direction and gets norm c. A zero gradient stays zero. Source: TensorFlow's
 * {@code clip_by_norm}, Keras' {@code clipnorm} and {@code global_clipnorm}; PyTorch's dialect is
 * {@link org.glissade.optim.clip.ClipGradNorm}.
 *
 * <p>Reports {@code norm}, the norm before clipping, and {@code acted}, 1 where it was above c;
 * both per group, and neither for {@link Extent#ELEMENT}.
 *
 * @param maxNorm c, above 0; a schedule may end at 0
 * @param extent what each norm is taken over
 * @param p the power of the norm, (Σ|g|^p)^(1/p): at least 1, or infinite for the largest |g|
 */
public record ClipByNorm(Schedule maxNorm, Extent extent, double p)
    implements GradientTransform, OverExtent {
  /** The name in text. */
  public static final String NAME = "clip-by-norm";

  /** What the bound is called as a setting. */
  public static final String MAX_NORM = "max-norm";

  /** Checks the numbers. */
  public ClipByNorm {
    maxNorm = Require.fading(Range.above(0), NAME + ": " + MAX_NORM, maxNorm);
    Require.in(Range.atLeastOrInfinite(1), NAME + ": p", p);
  }

  /** Clips L2 norms. */
  public ClipByNorm(Schedule maxNorm, Extent extent) {
    this(maxNorm, extent, 2);
  }

  /** Clips L2 norms, always to the same bound, which is a setting. */
  public ClipByNorm(double maxNorm, Extent extent) {
    this(Schedule.constant(maxNorm), extent);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    Gradients bound = gradients.scalar(maxNorm.in(step, MAX_NORM));
    return extent == Extent.ELEMENT
        ? gradients.maximum(bound.negate()).minimum(bound)
        : gradients.within(extent, g -> clip(g, bound, step));
  }

  private Gradients clip(Gradients gradients, Gradients bound, StepContext step) {
    Gradients norm = gradients.norm(p);
    step.report("norm", norm);
    step.report("acted", bound.lessThan(norm));
    Gradients longest = norm.maximum(bound).maximum(Double.MIN_VALUE);
    return gradients.times(bound.dividedBy(longest));
  }
}
