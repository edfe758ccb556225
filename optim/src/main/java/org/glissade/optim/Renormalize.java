package org.glissade.optim;

import org.glissade.spi.Range;
import org.glissade.tensor.Extent;
import org.glissade.tensor.Tensor;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.OverExtent;
import org.glissade.transform.StepContext;

/**
 * α·g/‖g‖ over each group of the extent, which gives every group norm α; a zero gradient stays
 * zero. Over {@link Extent#ELEMENT} this is α·sign(g). Optax's {@code normalize_by_update_norm}
 * (global only) and DL4J's {@code RenormalizeL2PerLayer} (no α) are kin; Optax adds 10⁻⁶ to the
 * norm, this does not.
 *
 * <p>Reports {@code norm}, the norm before, and {@code acted}, 1 unless it was 0 or α already; both
 * per group, and neither for {@link Extent#ELEMENT}.
 *
 * @param alpha the norm of every result, above 0; a schedule may end at 0
 * @param extent what each norm is taken over
 */
public record Renormalize(Schedule alpha, Extent extent) implements GradientTransform, OverExtent {
  /** The name in text. */
  public static final String NAME = "renormalize";

  /** What α is called as a setting. */
  public static final String ALPHA = "alpha";

  /** Checks α. */
  public Renormalize {
    alpha = Require.fading(Range.above(0), NAME + ": " + ALPHA, alpha);
  }

  /** Always the same norm, which is a setting. */
  public Renormalize(double alpha, Extent extent) {
    this(Schedule.constant(alpha), extent);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    Tensor norm = alpha.in(step, ALPHA);
    return extent == Extent.ELEMENT
        ? gradients.sign().times(norm)
        : gradients.within(extent, g -> renormalize(g, norm, step));
  }

  private static Gradients renormalize(Gradients gradients, Tensor wanted, StepContext step) {
    Gradients norm = gradients.norm();
    step.report("norm", norm);
    step.report("acted", norm.minus(gradients.scalar(wanted)).abs().times(norm).sign());
    return gradients.times(norm.reciprocalOrZero()).times(wanted);
  }
}
