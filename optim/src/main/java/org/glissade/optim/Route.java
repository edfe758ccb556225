package org.glissade.optim;

import java.util.List;
import java.util.stream.Collectors;
import org.glissade.tensor.Parameter;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.StepContext;
import org.jspecify.annotations.Nullable;

/**
 * One rule for some parameters and another for the rest; more than two groups are a route within
 * the rest. Within a rule GLOBAL means the parameters that were routed to it. Source: Optax's
 * {@code partition}.
 *
 * @param selection which parameters take {@code then}
 * @param then the rule for the selected parameters
 * @param otherwise the rule for the rest; null if there must be no rest
 */
public record Route(
    Selection selection, GradientTransform then, @Nullable GradientTransform otherwise)
    implements GradientTransform {
  /** The name in text. */
  public static final String NAME = "route";

  /** One rule for parameters that must all be selected. */
  public Route(Selection selection, GradientTransform then) {
    this(selection, then, null);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    selection.check(NAME, gradients);
    return gradients.route(
        selection,
        g -> step.within("then", inner -> then.apply(g, inner)),
        g -> otherwise(g, step));
  }

  private Gradients otherwise(Gradients gradients, StepContext step) {
    GradientTransform rule = otherwise;
    if (rule == null) {
      throw new IllegalArgumentException(
          "%s: %s has no rule for %s; add one for the rest, which is else={...} in text"
              .formatted(NAME, selection, paths(gradients)));
    }
    return step.within("else", inner -> rule.apply(gradients, inner));
  }

  private static String paths(Gradients gradients) {
    List<Parameter> all = gradients.layout().parameters();
    return all.stream()
        .filter(parameter -> gradients.members().contains(all.indexOf(parameter)))
        .map(Parameter::path)
        .collect(Collectors.joining(", "));
  }
}
