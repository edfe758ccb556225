package org.glissade.optim.clip;

import org.glissade.optim.Require;
import org.glissade.spi.Range;
import org.glissade.tensor.Tensor;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.StepContext;

/**
 * g·c/max(n, c), where n is a norm that is handed in: the setting {@code norm} of the running
 * program, which the host writes between steps, such as the norm over several machines. Source:
 * TensorFlow's {@code clip_by_global_norm(use_norm)}, PyTorch's {@code clip_grads_with_norm_}.
 *
 * <p>Reports {@code norm}, which is n, and {@code acted}, 1 where it is above c.
 *
 * @param maxNorm c, above 0
 * @param norm n until the host writes another, at least 0
 */
public record ClipByGivenNorm(double maxNorm, double norm) implements GradientTransform {
  /** The name in text. */
  public static final String NAME = "clip-by-given-norm";

  /** Checks the numbers. */
  public ClipByGivenNorm {
    Require.in(Range.above(0), NAME + ": max-norm", maxNorm);
    Require.in(Range.atLeast(0), NAME + ": norm", norm);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    Tensor given = step.setting("norm", norm);
    Tensor bound = given.like(maxNorm);
    Told.above(step, gradients.scalar(given), gradients.scalar(bound));
    return gradients.times(bound.dividedBy(given.maximum(maxNorm)));
  }
}
