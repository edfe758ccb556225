package org.glissade.optim.clip;

import java.util.List;
import java.util.stream.Collectors;
import org.glissade.optim.Require;
import org.glissade.optim.Schedule;
import org.glissade.spi.Range;
import org.glissade.tensor.Extent;
import org.glissade.tensor.Parameter;
import org.glissade.tensor.Tensor;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.StepContext;

/**
 * g·c/max(‖g‖ₚ, c) in each parameter by itself, where each norm is taken along some axes: with axis
 * 0 of a matrix every column has its own. A zero gradient stays zero, and no power overflows.
 * Source: TensorFlow's {@code clip_by_norm(axes)}. Where the axes are all but that of the output
 * units, {@link org.glissade.optim.ClipByNorm} over {@link Extent#UNIT} does the same in fewer
 * steps.
 *
 * <p>Reports {@code acted}, the share of elements that were shortened.
 *
 * @param maxNorm c, above 0; a schedule may end at 0
 * @param axes along which each norm is taken, -1 being the last; every parameter must have them
 * @param p the power of the norm, at least 1, or infinite
 */
public record ClipAlongAxes(Schedule maxNorm, List<Integer> axes, double p)
    implements GradientTransform {
  /** The name in text. */
  public static final String NAME = "clip-along-axes";

  /** What the bound is called as a setting. */
  public static final String MAX_NORM = "max-norm";

  /** Checks the numbers. */
  public ClipAlongAxes {
    maxNorm = Require.fading(Range.above(0), NAME + ": " + MAX_NORM, maxNorm);
    Require.in(Range.atLeastOrInfinite(1), NAME + ": p", p);
    axes = List.copyOf(axes);
    if (axes.isEmpty() || axes.stream().distinct().count() < axes.size()) {
      throw new IllegalArgumentException(
          NAME + ": axes must be one or more different axes, but was " + axes);
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    Tensor bound = maxNorm.in(step, MAX_NORM);
    Gradients clipped = gradients.map((parameter, g) -> clip(parameter, g, bound));
    Gradients shortened = clipped.abs().lessThan(gradients.abs());
    step.report("acted", shortened.within(Extent.GLOBAL, Gradients::mean));
    return clipped;
  }

  private Tensor clip(Parameter parameter, Tensor gradient, Tensor bound) {
    int[] along = axesOf(parameter);
    Tensor largest = gradient.abs().max(along);
    Tensor relative = gradient.dividedBy(largest.maximum(Float.MIN_VALUE));
    Tensor norm = norm(relative, along);
    Tensor shortened = relative.dividedBy(norm).times(bound);
    return bound.lessThan(norm.times(largest)).select(shortened, gradient);
  }

  /** The norm of what is at most 1. */
  private Tensor norm(Tensor relative, int[] along) {
    if (Double.isInfinite(p)) {
      return relative.abs().max(along);
    }
    Tensor sum = relative.abs().power(relative.like(p)).sum(along);
    return sum.power(sum.like(1 / p));
  }

  private int[] axesOf(Parameter parameter) {
    int rank = parameter.shape().rank();
    int[] along = axes.stream().mapToInt(axis -> axis < 0 ? rank + axis : axis).sorted().toArray();
    if (along[0] < 0 || along[along.length - 1] >= rank) {
      throw new IllegalArgumentException(
          "%s: %s has not all of the axes %s; route those that have them here, such as kind=weight"
              .formatted(
                  NAME,
                  parameter,
                  axes.stream().map(String::valueOf).collect(Collectors.joining(", "))));
    }
    return along;
  }
}
