package org.glissade.transform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Transforms one after another: the updates of each are the gradients of the next. A {@link
 * Wrapper} stands around all that follow it.
 *
 * @param links in the order in which they apply
 */
public record Chain(List<Link> links) implements GradientTransform {
  /** Checks that the names of the links differ. */
  public Chain {
    links = List.copyOf(links);
    Set<String> names = new HashSet<>();
    for (Link link : links) {
      if (!link.name().isEmpty() && !names.add(link.name())) {
        throw new IllegalArgumentException(
            "Two links of a chain are called %s: give one of them another name"
                .formatted(link.name()));
      }
    }
  }

  /** These links. */
  public static Chain of(List<Link> links) {
    return new Chain(links);
  }

  /** These transforms under their own names, numbered where one comes again: {@code scale-2}. */
  public static Chain of(GradientTransform... transforms) {
    List<Link> links = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (GradientTransform transform : Arrays.asList(transforms)) {
      links.add(Link.of(distinct(transform.name(), names), transform));
    }
    return new Chain(links);
  }

  /** A name that is not in the set yet, which then holds it: base, base-2, base-3 and so on. */
  static String distinct(String base, Set<String> names) {
    String name = base;
    for (int i = 2; !names.add(name); i++) {
      name = base + "-" + i;
    }
    return name;
  }

  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    return from(0).apply(gradients, step);
  }

  private GradientTransform from(int i) {
    return i == links.size()
        ? (gradients, step) -> gradients
        : (gradients, step) -> links.get(i).apply(gradients, step, from(i + 1));
  }

  /** The text form. */
  @Override
  public String toString() {
    return links.stream().map(Link::text).collect(Collectors.joining(" | "));
  }
}
