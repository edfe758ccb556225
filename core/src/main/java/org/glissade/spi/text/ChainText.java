package org.glissade.spi.text;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A chain as it is written: {@code clip-by-norm(1.0) | sgd(0.01)}.
 *
 * @param links the links in the order in which they are applied, at least one
 */
public record ChainText(List<LinkText> links) {
  /**
   * @throws IllegalArgumentException if there is no link
   */
  public ChainText {
    links = List.copyOf(links);
    if (links.isEmpty()) {
      throw new IllegalArgumentException("a chain needs at least one link");
    }
  }

  /** The chain of these links. */
  public static ChainText of(LinkText... links) {
    return new ChainText(List.of(links));
  }

  /** The text of this chain; parsing it gives an equal chain. */
  public String print() {
    return links.stream().map(LinkText::print).collect(Collectors.joining(" | "));
  }
}
