package org.glissade.examples.custom;

import java.util.Arrays;
import java.util.List;
import org.glissade.tensor.Extent;
import org.glissade.tensor.Layout;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.StepContext;

/**
 * min(max(g, -b), b) for each parameter, with b = factor times the median of its |g| that are not
 * 0: an element that is far larger than most is cut, whatever size they all have.
 *
 * <p>No expression gives a median, so Java on the host finds them: one number for each parameter.
 * The clipping itself is arithmetic again, and fused.
 */
public record MedianClip(double factor) implements GradientTransform {
  /** Checks the factor. */
  public MedianClip {
    if (!(factor > 0) || Double.isInfinite(factor)) {
      throw new IllegalArgumentException("factor must be above 0 and finite, not " + factor);
    }
  }

  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    return gradients.within(
        Extent.PARAMETER,
        g -> {
          Gradients bound = medians(g, step).times(factor);
          return g.minimum(bound).maximum(bound.negate());
        });
  }

  private static Gradients medians(Gradients g, StepContext step) {
    return step.host(
            "median",
            List.of(g),
            List.of(g.sizes()),
            (inputs, results) -> fill(g, inputs.get(0), results.get(0)))
        .get(0);
  }

  private static void fill(Gradients g, double[] elements, double[] medians) {
    Layout layout = g.layout();
    int group = 0;
    for (int p = 0; p < layout.parameters().size(); p++) {
      if (g.members().contains(p)) {
        int begin = layout.offset(p);
        medians[group++] = median(elements, begin, begin + layout.length(p));
      }
    }
  }

  /** The lower one of an even number; 0 if there are zeros only. */
  private static double median(double[] elements, int begin, int end) {
    double[] sizes =
        Arrays.stream(elements, begin, end).map(Math::abs).filter(x -> x != 0).sorted().toArray();
    return sizes.length == 0 ? 0 : sizes[(sizes.length - 1) / 2];
  }
}
