package org.glissade.optim.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A clip that never acts, since another before it bounds more tightly. */
record Dominated() implements Rule {
  @Override
  public List<Finding> check(List<Described> links) {
    List<Finding> findings = new ArrayList<>();
    List<Bound> known = List.of();
    for (Described link : links) {
      Optional<Bound> watched = Bound.watched(link);
      if (watched.isPresent()) {
        known.stream()
            .filter(bound -> bound.implies(watched.get()))
            .findFirst()
            .ifPresent(bound -> findings.add(finding(watched.get(), bound)));
      }
      known = Bound.behind(known, link);
    }
    return findings;
  }

  private static Finding finding(Bound watched, Bound bound) {
    return new Finding(
        watched.by(),
        String.format(
            Locale.ROOT,
            "never acts: what %s leaves comes to it no longer than %s, which it lets pass",
            bound.by(),
            bound.limit()),
        "remove it, or make its bound smaller than " + bound.limit());
  }
}
