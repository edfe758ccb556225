package org.glissade.testkit.backend;

import java.util.List;
import org.glissade.tensor.Definition;

/**
 * A program and the data of its runs. Every backend must compute the same from it.
 *
 * @param definition what runs; its name says what is tested
 * @param feeds the data of each run, in order
 * @param accuracy how close the results must come
 */
public record Case(Definition definition, List<Feed> feeds, Accuracy accuracy) {
  /** Copies the list. */
  public Case {
    feeds = List.copyOf(feeds);
  }

  /** What is tested, such as {@code matmul [3, 17] x [17, 33]}. */
  public String name() {
    return definition.name();
  }
}
