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
      return within(step, inner -> around(wrapper, gradients, step, inner, rest));
    }
    return rest.apply(within(step, inner -> alone(gradients, inner)), step);
  }

  /** What a wrapper did is the difference between what it was given and what it passes on. */
  private Gradients around(
      Wrapper wrapper,
      Gradients gradients,
      StepContext outer,
      StepContext inner,
      GradientTransform rest) {
    GradientTransform outside =
        (g, within) -> {
          observe(inner, within, gradients, g);
          return rest.apply(g, within.named(outer));
        };
    return wrapper.around(gradients, inner, outside);
  }

  private Gradients alone(Gradients gradients, StepContext step) {
    Gradients updates = transform.apply(gradients, step);
    observe(step, step, gradients, updates);
    return updates;
  }

  /** Links without a name are parts of one that has. */
  private void observe(StepContext own, StepContext now, Gradients before, Gradients after) {
    if (!name.isEmpty() && before.value() != after.value()) {
      now.named(own).observe(before, after);
    }
  }

  private Gradients within(StepContext step, Function<StepContext, Gradients> rule) {
    return name.isEmpty() ? rule.apply(step) : step.within(name, rule);
  }
}
