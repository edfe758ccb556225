package org.glissade.optim.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.glissade.tensor.Extent;

/** A rule that changes only lengths, before one to which lengths do not matter. */
record LostLength() implements Rule {
  @Override
  public List<Finding> check(List<Described> links) {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < links.size(); i++) {
      Described link = links.get(i);
      List<Described> behind = links.subList(i + 1, links.size());
      Lengths.rescaled(link)
          .filter(extent -> Bound.watched(link).stream().allMatch(bound -> bound.limit() > 0))
          .flatMap(extent -> blind(extent, behind))
          .ifPresent(blind -> findings.add(finding(link, blind)));
    }
    return findings;
  }

  /** The link that makes nothing of factors over an extent, if they come to it. */
  private static Optional<Described> blind(Extent extent, List<Described> behind) {
    List<Extent> factors = new ArrayList<>(List.of(extent));
    for (Described link : behind) {
      Optional<Extent> blind = Lengths.blind(link);
      if (blind.isPresent()) {
        return factors.stream().allMatch(all -> Lengths.isWithin(blind.get(), all))
            ? Optional.of(link)
            : Optional.empty();
      }
      Lengths.rescaled(link).ifPresent(factors::add);
      if (!Lengths.passesFactors(link) && Lengths.rescaled(link).isEmpty()) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static Finding finding(Described link, Described blind) {
    return new Finding(
        link.name(),
        "does nothing: it changes only lengths, and to %s behind it lengths do not matter"
            .formatted(blind.name()),
        "remove it");
  }
}
