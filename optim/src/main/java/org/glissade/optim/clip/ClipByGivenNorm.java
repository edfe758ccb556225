package org.glissade.optim.clip;

import org.glissade.optim.Require;
import org.glissade.optim.Schedule;
import org.glissade.spi.Range;
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
 * @param maxNorm c, above 0; a schedule may end at 0
 * @param norm n until the host writes another, at least 0
 */
public record ClipByGivenNorm(Schedule maxNorm, Schedule norm) implements GradientTransform {
  /** The name in text. */
  public static final String NAME = "clip-by-given-norm";

  /** What the bound is called as a setting. */
  public static final String MAX_NORM = "max-norm";

  /** What n is called as a setting. */
  public static final String NORM = "norm";

  /** Checks the numbers. */
  public ClipByGivenNorm {
    maxNorm = Require.fading(Range.above(0), NAME + ": " + MAX_NORM, maxNorm);
    norm = Require.in(Range.atLeast(0), NAME + ": " + NORM, norm);
  }

  /** Always the same bound, which is a setting. */
  public ClipByGivenNorm(double maxNorm, double norm) {
    this(Schedule.constant(maxNorm), Schedule.constant(norm));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    Gradients given = gradients.scalar(norm.in(step, NORM));
    Gradients bound = gradients.scalar(maxNorm.in(step, MAX_NORM));
    return Shorten.toBound(gradients, given, bound, step);
  }
}
