package org.glissade.optim.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.glissade.spi.Trait;
import org.glissade.tensor.Extent;

/**
 * A bound or factor that is not above the eps of an optimiser behind it. Where gradients are below
 * eps, eps alone divides them.
 */
record BelowEpsilon() implements Rule {
  @Override
  public List<Finding> check(List<Described> links) {
    List<Finding> findings = new ArrayList<>();
    List<Bound> bounds = List.of();
    Optional<Bound> factor = Optional.empty();
    for (Described link : links) {
      if (link.epsilon().isPresent()) {
        double epsilon = link.epsilon().get();
        Optional<Bound> bound = smallest(bounds).filter(b -> b.limit() <= epsilon);
        bound.ifPresent(b -> findings.add(finding(b, "leaves at most ", link, epsilon)));
        factor
            .filter(f -> bound.isEmpty() && f.limit() <= epsilon)
            .ifPresent(f -> findings.add(finding(f, "multiplies by ", link, epsilon)));
      }
      bounds = Bound.behind(bounds, link);
      factor = factor(factor, link);
    }
    return findings;
  }

  private static Optional<Bound> smallest(List<Bound> bounds) {
    return bounds.stream().min(Comparator.comparingDouble(Bound::limit));
  }

  /** By what a gradient of 1 has been multiplied; nothing behind a rule that does other things. */
  private static Optional<Bound> factor(Optional<Bound> before, Described link) {
    double so = before.map(Bound::limit).orElse(1.0);
    return Bound.factor(link.transform())
        .filter(factor -> factor != 0)
        .map(f -> new Bound(so * f, Extent.ELEMENT, Double.POSITIVE_INFINITY, link.name()))
        .or(() -> before.filter(f -> link.has(Trait.SHORTENING)));
  }

  private static Finding finding(Bound small, String does, Described link, double epsilon) {
    return new Finding(
        small.by(),
        "%s%s, which is not above the eps of %s, %s: eps then rules how long the steps are"
            .formatted(does, small.limit(), link.name(), epsilon),
        "make it well above eps, or eps smaller");
  }
}
