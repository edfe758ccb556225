package org.glissade.transform;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.glissade.tensor.Graph;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Op;
import org.glissade.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * Describes the second stage of a step: from the flat gradient buffer to the next parameters and
 * states.
 */
public final class UpdateStage {
  /** The Store's key of the number of applied updates. */
  public static final String COUNT = "count";

  private static final String GIVEN = "evaluation.gradients";

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
    return describe(layout, flat, loss, null, transform, measured);
  }

  /**
   * Describes how a transform changes the parameters, where there is a loss that can be
   * differentiated again.
   *
   * @param gradientsAt the flat gradients of the same loss at other flat values of the parameters;
   *     null where there are none
   */
  public static Update describe(
      Layout layout,
      Tensor flat,
      @Nullable Tensor loss,
      @Nullable UnaryOperator<Tensor> gradientsAt,
      GradientTransform transform,
      boolean measured) {
    UpdateBuilder builder = new UpdateBuilder(flat.graph(), layout, loss, gradientsAt, measured);
    return builder.finish(apply(transform, layout, flat, builder));
  }

  private static Gradients apply(
      GradientTransform transform, Layout layout, Tensor flat, UpdateBuilder builder) {
    StepContext step = new StepContext(builder);
    return NonFinite.guard(transform).apply(Gradients.of(layout, flat), step);
  }

  /**
   * The weights with which a model is to be evaluated, if its transform says that they are not the
   * values of the parameters: an average, for instance.
   *
   * @param graph of the program that evaluates
   * @return a flat tensor that is computed from what the Store holds
   * @throws IllegalStateException if the transform makes them depend on a gradient
   */
  public static Optional<Tensor> evaluation(
      Graph graph, Layout layout, GradientTransform transform) {
    Tensor none = graph.flatInput(GIVEN, layout);
    UpdateBuilder builder =
        new UpdateBuilder(graph, layout, graph.scalar(0), values -> none, false);
    apply(transform, layout, none, builder);
    Optional<Tensor> weights = Optional.ofNullable(builder.evaluation());
    for (Tensor node : Graph.needed(weights.stream().toList())) {
      if (node.equals(none) || node.op() instanceof Op.Host) {
        throw new IllegalStateException(
            "The weights to evaluate with depend on a %s: make them of states and values alone"
                .formatted(node.equals(none) ? "gradient" : "host link"));
      }
    }
    return weights;
  }
}
