package org.glissade.examples;

import java.util.List;
import java.util.stream.Collectors;
import org.glissade.backend.BackendCandidate;
import org.glissade.optim.schedule.NamedSchedules;
import org.glissade.spi.Catalog;
import org.glissade.spi.Problem;
import org.glissade.spi.Provider;
import org.glissade.spi.Setting;
import org.glissade.spi.Trait;
import org.glissade.transform.GradientTransformProvider;

/**
 * What is on the class path, for people: transforms with their settings, schedules, layers,
 * backends, and what was left out and why.
 */
record ListText(Offers offers) {
  String print() {
    StringBuilder text = new StringBuilder("Transforms (--transform):\n");
    for (GradientTransformProvider transform : offers.transforms().providers()) {
      entry(text, transform);
      if (!transform.traits().isEmpty()) {
        text.append("      traits: ").append(traits(transform)).append('\n');
      }
    }
    text.append("\nSchedules (for a learning rate, and wherever a setting takes name(...)):\n");
    NamedSchedules.declared().forEach(schedule -> entry(text, schedule));
    text.append("\nLayers (--layers):\n");
    offers.layers().providers().forEach(layer -> entry(text, layer));
    text.append("\nBackends (--backend):\n");
    for (BackendCandidate backend : offers.selector().candidates()) {
      entry(text, backend.provider());
      String state = backend.isAvailable() ? "available" : "unavailable";
      text.append("      %s: %s%n".formatted(state, backend.describe()));
    }
    problems(text, offers.transforms());
    problems(text, offers.layers());
    problems(text, offers.backends());
    return text.toString();
  }

  private static void entry(StringBuilder text, Provider provider) {
    text.append("  %s%n    %s%n".formatted(provider.name(), provider.summary()));
    for (Setting<?> setting : provider.settings()) {
      text.append("      %s. %s%n".formatted(setting.describe(), setting.documentation()));
    }
  }

  private static String traits(GradientTransformProvider transform) {
    return transform.traits().stream().sorted().map(Trait::label).collect(Collectors.joining(", "));
  }

  private static void problems(StringBuilder text, Catalog<?> catalog) {
    List<Problem> problems = catalog.problems();
    if (!problems.isEmpty()) {
      text.append("\nLeft out, of kind ").append(catalog.kind()).append(":\n");
      problems.forEach(problem -> text.append("  ").append(problem.describe()).append('\n'));
    }
  }
}
