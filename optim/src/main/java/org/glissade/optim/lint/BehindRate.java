package org.glissade.optim.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.glissade.spi.Trait;

/** A bound or a fixed length behind the learning rate, where it is one of updates. */
record BehindRate() implements Rule {
  @Override
  public List<Finding> check(List<Described> links) {
    List<Finding> findings = new ArrayList<>();
    Optional<Described> rate = Optional.empty();
    for (Described link : links) {
      rate.flatMap(before -> finding(link, before)).ifPresent(findings::add);
      rate = rate.or(() -> Optional.of(link).filter(Described::hasRate));
    }
    return findings;
  }

  private static Optional<Finding> finding(Described link, Described rate) {
    String remedy = "put it before " + rate.name();
    if (link.has(Trait.SCALE_INVARIANT)) {
      String what = "undoes the learning rate of %s before it, since lengths do not matter to it";
      return Optional.of(new Finding(link.name(), what.formatted(rate.name()), remedy));
    }
    String what =
        "bounds updates, not gradients, since the learning rate of %s is in them already:"
            + " what it cuts changes with the rate";
    return Optional.of(link)
        .filter(BehindRate::isClip)
        .map(clip -> new Finding(clip.name(), what.formatted(rate.name()), remedy));
  }

  /**
   * A rule whose results stay as they are if it is applied again, and that lets zero pass, but not
   * everything at any length: a bound.
   */
  private static boolean isClip(Described link) {
    boolean projects = link.has(Trait.IDEMPOTENT) && link.has(Trait.ZERO_PRESERVING);
    boolean sees = link.has(Trait.NEEDS_VALUES) || link.has(Trait.NEEDS_LOSS);
    boolean bounds = link.has(Trait.DIRECTION_KEEPING) || (projects && !sees);
    return (link.has(Trait.SHORTENING) || bounds)
        && !link.has(Trait.SCALE_EQUIVARIANT)
        && !link.has(Trait.WRAPPER);
  }
}
