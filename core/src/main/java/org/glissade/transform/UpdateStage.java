package org.glissade.transform;

import org.glissade.tensor.Layout;
import org.glissade.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * Describes the second stage of a step: from the flat gradient buffer to the next parameters and
 * states.
 */
public final class UpdateStage {
  /** The Store's key of the number of applied updates. */
  public static final String COUNT = "count";

  private UpdateStage() {}

  /**
   * Describes how a transform changes the parameters. Unless the transform begins with a {@link
   * NonFinite} of its own, a non-finite gradient stops the training ({@link
   * NonFinite.Policy#STOP}).
   *
   * @param layout of the parameters
   * @param flat their gradients, flat
   * @param loss the step's loss, a scalar; null where gradients are given without one
   * @param transform the rule
   * @throws IllegalArgumentException if a chain has a {@link NonFinite}, but not as its first link
   */
  public static Update describe(
      Layout layout, Tensor flat, @Nullable Tensor loss, GradientTransform transform) {
    return describe(layout, flat, loss, transform, false);
  }

  /**
   * Describes how a transform changes the parameters, as {@link #describe(Layout, Tensor, Tensor,
   * GradientTransform)} does.
   *
   * @param measured whether the program takes the norms before and after each link also where it
   *     knows none: that costs arithmetic in sweeps that it makes anyway. What parameters and
   *     states become is the same bit for bit
   */
  public static Update describe(
      Layout layout,
      Tensor flat,
      @Nullable Tensor loss,
      GradientTransform transform,
      boolean measured) {
    UpdateBuilder builder = new UpdateBuilder(flat.graph(), layout, loss, measured);
    StepContext step = new StepContext(builder, "", null, null);
    Gradients gradients = Gradients.of(layout, flat);
    return builder.finish(NonFinite.guard(transform).apply(gradients, step));
  }
}
