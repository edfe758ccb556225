package org.glissade.optim;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.glissade.tensor.Layout;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.StepContext;

/**
 * A rule for each named group of parameters. Within a rule GLOBAL means its group. Groups are named
 * on the model or the layout, see {@link Groups}. Source: Optax's {@code partition}.
 *
 * @param rules by the name of the group
 */
public record PartitionByGroup(Map<String, GradientTransform> rules) implements GradientTransform {
  /** The name in text. */
  public static final String NAME = "partition";

  /** Copies the rules in their order. */
  public PartitionByGroup {
    rules = Collections.unmodifiableMap(new LinkedHashMap<>(rules));
    if (rules.isEmpty()) {
      throw new IllegalArgumentException(NAME + ": there must be a rule, but there is none");
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  /**
   * @throws IllegalArgumentException if a group has no rule, a rule no group, or there are no
   *     groups
   */
  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    Layout layout = gradients.layout();
    TreeSet<String> groups = layout.groupNames();
    if (groups.isEmpty()) {
      throw new IllegalArgumentException(
          "%s: its rules are for the groups %s, but no groups were named: name them on the update stage, or use mask or route"
              .formatted(NAME, new TreeSet<>(rules.keySet())));
    }
    if (!groups.equals(rules.keySet())) {
      throw new IllegalArgumentException(
          "%s: there must be one rule for each group, but the groups of the parameters are %s and the rules are for %s"
              .formatted(NAME, groups, new TreeSet<>(rules.keySet())));
    }
    Gradients result = gradients;
    for (Map.Entry<String, GradientTransform> rule : rules.entrySet()) {
      result =
          result.route(
              parameter -> layout.group(parameter).equals(rule.getKey()),
              g -> step.within(rule.getKey(), inner -> rule.getValue().apply(g, inner)),
              g -> g);
    }
    return result;
  }
}
