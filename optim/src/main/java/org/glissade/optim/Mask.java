package org.glissade.optim;

import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.StepContext;

/**
 * A rule for the selected parameters; the gradients of the others pass unchanged. Source: Optax's
 * {@code masked}.
 *
 * @param selection which parameters the rule is for
 * @param then the rule
 */
public record Mask(Selection selection, GradientTransform then) implements GradientTransform {
  /** The name in text. */
  public static final String NAME = "mask";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    selection.check(NAME, gradients);
    return gradients.route(selection, g -> then.apply(g, step), g -> g);
  }
}
