package org.glissade.optim.lint;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.glissade.optim.Adam;
import org.glissade.optim.AdamW;
import org.glissade.optim.LearningRate;
import org.glissade.optim.Schedule;
import org.glissade.optim.Sgd;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.spi.text.NumberValue;
import org.glissade.tensor.Extent;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Link;
import org.glissade.transform.OverExtent;

/**
 * A link with what its provider declares.
 *
 * @param traits none where there is no provider
 * @param declared the settings that the provider takes
 * @param settings their values, known of links that were read from text
 */
record Described(
    Link link, Set<Trait> traits, List<Setting<?>> declared, Optional<Settings> settings) {
  private static final String RATE = LearningRate.RATE;
  private static final String EXTENT = "extent";
  private static final String EPS = "eps";

  String name() {
    return link.name().isEmpty() ? transform().name() : link.name();
  }

  GradientTransform transform() {
    return link.transform();
  }

  boolean has(Trait trait) {
    return traits.contains(trait);
  }

  /**
   * What it treats by itself: each element; or what it takes its norms over, as it says itself or
   * in a setting called {@code extent}; or all. Nothing where that cannot be known.
   */
  Optional<Extent> treated() {
    if (has(Trait.ELEMENT_WISE)) {
      return Optional.of(Extent.ELEMENT);
    }
    if (transform() instanceof OverExtent rule) {
      return Optional.of(rule.extent());
    }
    boolean chosen = declared.stream().anyMatch(setting -> setting.name().equals(EXTENT));
    return chosen
        ? values(EXTENT, Extent.class).map(s -> s.choice(EXTENT, Extent.class))
        : Optional.of(Extent.GLOBAL);
  }

  /** What it adds to the roots that it divides by. */
  Optional<Double> epsilon() {
    if (transform() instanceof Adam adam) {
      return least(adam.moments().eps());
    }
    if (transform() instanceof AdamW adam) {
      return least(adam.moments().eps());
    }
    boolean optimizer = has(Trait.ELEMENT_WISE) && has(Trait.STATEFUL);
    return values(EPS, Double.class)
        .map(s -> s.number(EPS))
        .or(() -> values(EPS, CallText.class).flatMap(s -> number(s.call(EPS))))
        .filter(eps -> optimizer);
  }

  private static Optional<Double> least(Schedule eps) {
    return eps.values().map(Range::low);
  }

  /** Whether it multiplies by a learning rate that is not always 1. */
  boolean hasRate() {
    return schedule()
        .map(rate -> !rate.values().equals(Schedule.constant(1).values()))
        .orElseGet(
            () -> values(RATE, CallText.class).filter(s -> !isOne(s.call(RATE))).isPresent());
  }

  private Optional<Schedule> schedule() {
    if (transform() instanceof LearningRate descent) {
      return Optional.of(descent.rate());
    }
    if (transform() instanceof Sgd sgd) {
      return Optional.of(sgd.rate());
    }
    if (transform() instanceof Adam adam) {
      return Optional.of(adam.rate());
    }
    return transform() instanceof AdamW adam ? Optional.of(adam.rate()) : Optional.empty();
  }

  private static boolean isOne(CallText rate) {
    return number(rate).equals(Optional.of(1.0));
  }

  /** What was written, if it was a plain number. */
  private static Optional<Double> number(CallText call) {
    return call.arguments().size() == 1
            && call.arguments().get(0).value() instanceof NumberValue number
        ? Optional.of(number.value())
        : Optional.empty();
  }

  /** The settings, if they hold one of this name and type. */
  private Optional<Settings> values(String name, Class<?> type) {
    return settings.filter(
        values ->
            declared.stream()
                .filter(setting -> setting.name().equals(name))
                .anyMatch(s -> s.type().javaType().equals(type) && values.has(name)));
  }
}
