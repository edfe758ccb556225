package org.glissade.optim;

import org.glissade.spi.Range;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.StepContext;

/**
 * factor·g. A factor of 0 holds the parameters where they are. Source: Optax's {@code scale}.
 *
 * @param factor any finite number
 */
public record Scale(Schedule factor) implements GradientTransform {
  /** The name in text. */
  public static final String NAME = "scale";

  /** What the factor is called as a setting. */
  public static final String FACTOR = "factor";

  /** Checks the factor. */
  public Scale {
    factor = Require.in(Range.any(), NAME + ": " + FACTOR, factor);
  }

  /** Always the same factor, which is a setting. */
  public Scale(double factor) {
    this(Schedule.constant(factor));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    return gradients.times(factor.in(step, FACTOR));
  }
}
