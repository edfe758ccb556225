package org.glissade.optim;

import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.StepContext;
import org.glissade.transform.Wrapper;

/**
 * Holds the selected parameters where they are. The rest of the chain is applied to the others
 * alone: neither decay nor a norm knows of what is frozen. Source: Optax's {@code freeze} and
 * {@code selective_transform}.
 *
 * @param selection what is frozen
 */
public record Freeze(Selection selection) implements Wrapper {
  /** The name in text. */
  public static final String NAME = "freeze";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Gradients around(Gradients gradients, StepContext step, GradientTransform rest) {
    selection.check(NAME, gradients);
    return gradients.route(selection, Gradients::zeros, g -> rest.apply(g, step));
  }
}
