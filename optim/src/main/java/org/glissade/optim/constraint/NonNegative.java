package org.glissade.optim.constraint;

import org.glissade.optim.Selection;
import org.glissade.tensor.Extent;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.StepContext;

/**
 * Keeps the selected parameters from becoming negative: u, or p where p - u is below 0, which leads
 * to 0. Last in a chain. Source: Optax's {@code keep_params_nonnegative}, Keras' {@code NonNeg},
 * DL4J's {@code NonNegativeConstraint}.
 *
 * <p>Reports {@code acted}, the share of elements that were held back.
 *
 * @param selection which parameters
 */
public record NonNegative(Selection selection) implements GradientTransform {
  /** The name in text. */
  public static final String NAME = "non-negative";

  /** For every parameter. */
  public NonNegative() {
    this(Selection.all());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    return Landing.of(NAME, selection, gradients, step, aim -> project(aim, step));
  }

  private static Gradients project(Gradients aim, StepContext step) {
    Gradients below = aim.lessThan(aim.zeros());
    step.report("acted", below.within(Extent.GLOBAL, Gradients::mean));
    return aim.maximum(0);
  }
}
