package org.glissade.bench;

import java.util.List;

/** Chains whose update stages are measured, from one link to eight. */
public enum UpdateChain {
  /** One link. */
  DESCENT("sgd(0.001)"),
  /** Four links. */
  DECAYED_ADAM(
      "clip-by-norm(1.0, extent=global)",
      "adam(1.0)",
      "weight-decay(0.01)",
      "learning-rate(0.001)"),
  /** Eight links, two norms and two optimisers among them. */
  EVERYTHING(
      "clip-by-value(1.0)",
      "clip-by-norm(1.0, extent=parameter)",
      "clip-by-norm(1.0, extent=global)",
      "adam(1.0)",
      "weight-decay(0.01)",
      "scale(0.5)",
      "momentum(0.9)",
      "learning-rate(0.001)");

  private final List<String> links;

  UpdateChain(String... links) {
    this.links = List.of(links);
  }

  /** How many links there are. */
  public int links() {
    return links.size();
  }

  /** The chain as text. */
  public String text() {
    return first(links.size());
  }

  /** The chain of the first links alone. */
  public String first(int count) {
    return String.join(" | ", links.subList(0, count));
  }
}
