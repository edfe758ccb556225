package org.glissade.optim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.glissade.spi.Range;
import org.glissade.tensor.Tensor;

/**
 * Given values at given steps: the first also before them, the last also after them, and between
 * two of them what the curve says. Two points at one step are a jump. Source: Optax's {@code
 * piecewise_constant_schedule} and {@code piecewise_interpolate_schedule} (whose scales are the
 * ratios of neighbouring values), PyTorch's {@code MultiStepLR} and {@code ConstantLR}, Keras'
 * {@code PiecewiseConstantDecay} (which changes behind its boundaries, a step later).
 *
 * @param at the steps, none before its neighbour, at least 0
 * @param heights the values at these steps, finite
 * @param curve what lies between two points
 */
public record PointsSchedule(List<Double> at, List<Double> heights, Curve curve)
    implements Schedule {
  /** The name in text. */
  public static final String NAME = "points";

  /** The name in text of steps at which the value is multiplied by a factor. */
  public static final String MULTI_STEP = "multi-step";

  /** Checks that there is a value for each step, and that the steps are in order. */
  public PointsSchedule {
    at = List.copyOf(at);
    heights = List.copyOf(heights);
    if (at.isEmpty() || at.size() != heights.size()) {
      throw new IllegalArgumentException(
          NAME
              + ": at and values must be as many numbers, at least one, but were %d and %d"
                  .formatted(at.size(), heights.size()));
    }
    heights.forEach(height -> Require.in(Range.any(), NAME + ": values", height));
    double last = 0;
    for (double step : at) {
      Require.in(Range.atLeast(last), NAME + ": at", step);
      last = step;
    }
  }

  /** initial, multiplied by a factor once t has reached each of the steps. */
  public static PointsSchedule multiStep(double initial, double factor, List<Integer> at) {
    Require.in(Range.above(0), MULTI_STEP + ": initial", initial);
    Require.in(Range.above(0), MULTI_STEP + ": factor", factor);
    Require.increasing(MULTI_STEP + ": at", at);
    List<Double> steps = new ArrayList<>(List.of(0.0));
    List<Double> heights = new ArrayList<>(List.of(initial));
    for (int step : at) {
      steps.add((double) step);
      heights.add(heights.get(heights.size() - 1) * factor);
    }
    return new PointsSchedule(steps, heights, Curve.HOLD);
  }

  @Override
  public Tensor at(Tensor count) {
    int last = at.size() - 1;
    Tensor value = count.like(heights.get(last));
    for (int i = last; i > 0; i--) {
      if (at.get(i - 1) < at.get(i)) {
        value = count.lessThan(count.like(at.get(i))).select(segment(i, count), value);
      }
    }
    Tensor first = count.like(heights.get(0));
    return at.get(0) == 0 ? value : count.lessThan(count.like(at.get(0))).select(first, value);
  }

  /** From point i - 1 to point i. */
  private Tensor segment(int i, Tensor count) {
    double from = at.get(i - 1);
    Tensor x = count.minus(from).dividedBy(at.get(i) - from);
    return curve.between(heights.get(i - 1), heights.get(i), x);
  }

  @Override
  public Optional<Range> values() {
    return Optional.of(Range.closed(Collections.min(heights), Collections.max(heights)));
  }
}
