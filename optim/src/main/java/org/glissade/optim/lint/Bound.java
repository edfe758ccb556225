package org.glissade.optim.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.glissade.optim.ClipByNorm;
import org.glissade.optim.ClipByValue;
import org.glissade.optim.LearningRate;
import org.glissade.optim.Renormalize;
import org.glissade.optim.Scale;
import org.glissade.optim.Schedule;
import org.glissade.optim.clip.ClipGradNorm;
import org.glissade.optim.clip.GlobalThenLayer;
import org.glissade.optim.clip.Sign;
import org.glissade.optim.clip.SmoothClip;
import org.glissade.spi.Range;
import org.glissade.spi.Trait;
import org.glissade.tensor.Extent;
import org.glissade.transform.GradientTransform;

/**
 * What no norm over an extent exceeds.
 *
 * @param p the power of the norm
 * @param by the name of the link that sees to it
 */
record Bound(double limit, Extent extent, double p, String by) {
  /** What holds behind a link if these hold before it. */
  static List<Bound> behind(List<Bound> before, Described link) {
    GradientTransform rule = link.transform();
    List<Bound> bounds = new ArrayList<>(set(rule, link.name()));
    Optional<Double> factor = factor(rule);
    if (factor.isPresent()) {
      before.forEach(bound -> bounds.add(bound.times(factor.get())));
    } else if (link.has(Trait.SHORTENING)) {
      bounds.addAll(before);
    }
    return bounds;
  }

  /** The greatest factor, if the rule multiplies by one. */
  static Optional<Double> factor(GradientTransform rule) {
    if (rule instanceof Scale scale) {
      return scale.factor().values().map(Bound::greatest);
    }
    return rule instanceof LearningRate descent
        ? descent.rate().values().map(Bound::greatest)
        : Optional.empty();
  }

  private static List<Bound> set(GradientTransform rule, String by) {
    double infinite = Double.POSITIVE_INFINITY;
    if (rule instanceof ClipByNorm clip) {
      return List.of(new Bound(most(clip.maxNorm()), clip.extent(), clip.p(), by));
    }
    if (rule instanceof ClipGradNorm clip) {
      return List.of(new Bound(most(clip.maxNorm()), clip.extent(), clip.p(), by));
    }
    if (rule instanceof ClipByValue clip) {
      double limit = Math.max(most(clip.low()), most(clip.high()));
      return List.of(new Bound(limit, Extent.ELEMENT, infinite, by));
    }
    if (rule instanceof Renormalize fixed) {
      return List.of(new Bound(most(fixed.alpha()), fixed.extent(), 2, by));
    }
    if (rule instanceof SmoothClip clip) {
      return List.of(new Bound(most(clip.gamma()), clip.extent(), 2, by));
    }
    if (rule instanceof GlobalThenLayer clip) {
      return List.of(
          new Bound(most(clip.global()), Extent.GLOBAL, 2, by),
          new Bound(most(clip.layer()), Extent.LAYER, 2, by));
    }
    return rule instanceof Sign ? List.of(new Bound(1, Extent.ELEMENT, infinite, by)) : List.of();
  }

  /** The bound at which a link acts at the earliest. */
  static Optional<Bound> watched(Described link) {
    GradientTransform rule = link.transform();
    if (rule instanceof ClipByNorm clip) {
      return Optional.of(new Bound(least(clip.maxNorm()), clip.extent(), clip.p(), link.name()));
    }
    if (rule instanceof ClipGradNorm clip) {
      double limit = least(clip.maxNorm()) - most(clip.eps());
      return Optional.of(new Bound(limit, clip.extent(), clip.p(), link.name()));
    }
    if (rule instanceof ClipByValue clip) {
      double limit = Math.min(least(clip.low()), least(clip.high()));
      return Optional.of(new Bound(limit, Extent.ELEMENT, Double.POSITIVE_INFINITY, link.name()));
    }
    return Optional.empty();
  }

  /** Whether what keeps this bound keeps the other: no element exceeds any norm that it is in. */
  boolean implies(Bound other) {
    boolean elements = other.extent == Extent.ELEMENT || Double.isInfinite(other.p);
    boolean norms = Lengths.isWithin(other.extent, extent) && other.p >= p;
    return limit <= other.limit && (elements || norms);
  }

  private Bound times(double factor) {
    return new Bound(limit * factor, extent, p, by);
  }

  /** The greatest absolute value; infinite where that is not known. */
  private static double most(Schedule schedule) {
    return schedule.values().map(Bound::greatest).orElse(Double.POSITIVE_INFINITY);
  }

  private static double greatest(Range values) {
    return Math.max(Math.abs(values.low()), Math.abs(values.high()));
  }

  /** The least absolute value of a schedule that does not change its sign; 0 if not known. */
  private static double least(Schedule schedule) {
    return schedule
        .values()
        .map(values -> Math.min(Math.abs(values.low()), Math.abs(values.high())))
        .orElse(0.0);
  }
}
