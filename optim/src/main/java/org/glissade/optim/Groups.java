package org.glissade.optim;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.glissade.tensor.Parameter;

/**
 * Names groups of parameters, so that a rule can take its norms over each ({@code extent=group}):
 *
 * <pre>{@code
 * Layout grouped = layout.grouped(
 *     Groups.of("head", Selection.name("head/**")).and("body", Selection.all()));
 * }</pre>
 *
 * <p>A parameter belongs to the first group whose selection accepts it.
 *
 * @param selections the groups by name, in order
 */
public record Groups(Map<String, Selection> selections) implements Function<Parameter, String> {
  /** Copies the groups in their order. */
  public Groups {
    selections = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(selections));
  }

  /** One group. */
  public static Groups of(String name, Selection selection) {
    return new Groups(Map.of()).and(name, selection);
  }

  /** These groups and one more. */
  public Groups and(String name, Selection selection) {
    Map<String, Selection> more = new LinkedHashMap<>(selections);
    if (more.put(name, selection) != null) {
      throw new IllegalArgumentException(
          "two groups are called %s: give one of them another name".formatted(name));
    }
    return new Groups(more);
  }

  /**
   * The group of a parameter.
   *
   * @throws IllegalArgumentException if it belongs to none
   */
  @Override
  public String apply(Parameter parameter) {
    return selections.entrySet().stream()
        .filter(group -> group.getValue().test(parameter))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "parameter %s is in none of the groups %s; add one for it, or one of all"
                        .formatted(parameter.path(), selections)));
  }
}
