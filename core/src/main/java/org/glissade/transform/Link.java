package org.glissade.transform;

import java.util.function.Function;

/**
 * One link of a chain.
 *
 * @param name by which its states and reports are told apart; empty to add no name to the path
 * @param transform what it does
 * @param text how it is written; the record itself if it was not made by a provider
 */
public record Link(String name, GradientTransform transform, String text) {
  /** A link that was made in Java. */
  public static Link of(String name, GradientTransform transform) {
    return new Link(name, transform, transform.toString());
  }

  Gradients apply(Gradients gradients, StepContext step, GradientTransform rest) {
    if (transform instanceof Wrapper wrapper) {
      GradientTransform outside = (g, inner) -> rest.apply(g, inner.named(step));
      return within(step, inner -> wrapper.around(gradients, inner, outside));
    }
    return rest.apply(within(step, inner -> transform.apply(gradients, inner)), step);
  }

  private Gradients within(StepContext step, Function<StepContext, Gradients> rule) {
    return name.isEmpty() ? rule.apply(step) : step.within(name, rule);
  }
}
