package org.glissade.testkit.backend;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.glissade.data.Field;
import org.glissade.tensor.Definition;
import org.glissade.tensor.Extent;
import org.glissade.tensor.Graph;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Shape;
import org.glissade.tensor.Tensor;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.NonFinite;
import org.glissade.transform.Update;
import org.glissade.transform.UpdateStage;

/** Whole training steps, and update stages on given gradients. */
final class Steps {
  /** Small and odd. */
  static final Training SMALL = new Training(21, List.of(17, 9, 5), 13);

  private Steps() {}

  static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    cases.add(training("gradient descent", Rules.rate(0.5)));
    cases.add(training("momentum", Rules.chain(Rules.momentum(0.9), Rules.rate(0.1))));
    cases.add(training("adam", Rules.chain(Rules.adam(), Rules.rate(0.01))));
    cases.add(
        training(
            "clip, adam and rate",
            Rules.chain(Rules.clip(0.5, Extent.GLOBAL), Rules.adam(), Rules.rate(0.01))));
    cases.add(training("matrices", Rules.chain(Rules.matrices(), Rules.rate(0.1))));
    for (Extent extent : Extent.values()) {
      String label = extent.label();
      cases.add(update("clip within " + label, Rules.clip(0.75, extent)));
      cases.add(update("renormalize within " + label, Rules.renormalize(0.5, extent)));
      cases.add(update("statistics of " + label, Rules.statistics(extent)));
      cases.add(update("state of " + label, Rules.largestSoFar(extent)));
    }
    cases.add(update("routes", Rules.routed()));
    cases.add(conditions());
    for (NonFinite.Policy policy : NonFinite.Policy.values()) {
      cases.add(poisoned(policy));
    }
    return cases;
  }

  static Case training(String name, GradientTransform rule) {
    Definition definition = SMALL.step("a network by " + name, rule);
    return new Case(definition, SMALL.feeds(3), Accuracy.ONE_STEP);
  }

  private static Definition stage(String name, Layout layout, GradientTransform rule) {
    Graph graph = new Graph();
    Tensor gradients = graph.flatInput("g", layout);
    Update update = UpdateStage.describe(layout, gradients, null, rule);
    Map<String, Tensor> outputs = new HashMap<>();
    update.reports().forEach(report -> outputs.put("report " + report.name(), report.value()));
    return new Definition(name, graph, layout, outputs, update.effects(), null);
  }

  private static Feed gradients(Layout layout, Values kind, long seed) {
    Field field = Field.f32(Shape.of(), kind.floats(layout.size(), seed));
    return new Feed(kind.label(), Map.of("g", field), Map.of());
  }

  private static Case update(String name, GradientTransform rule) {
    Layout layout = Parameters.layout();
    List<Feed> feeds = new ArrayList<>();
    for (Values kind : List.of(Values.ORDINARY, Values.INTEGERS, Values.ZEROS, Values.TINY)) {
      feeds.add(gradients(layout, kind, feeds.size()));
    }
    return new Case(stage(name, layout, rule), feeds, Accuracy.ONE_STEP);
  }

  private static Case conditions() {
    GradientTransform rule =
        Rules.conditional(Rules.chain(Rules.momentum(0.5), Rules.clip(2, Extent.LAYER)));
    Layout layout = Parameters.layout();
    List<Feed> feeds = new ArrayList<>();
    for (double[] holds : new double[][] {{1, 1}, {1, 0}, {0, 1}, {0, 0}, {1, 1}}) {
      Map<String, double[]> settings =
          Map.of("outer", new double[] {holds[0]}, "within/inner", new double[] {holds[1]});
      Map<String, Field> data = gradients(layout, Values.ORDINARY, feeds.size()).inputs();
      feeds.add(new Feed("outer %s, inner %s".formatted(holds[0], holds[1]), data, settings));
    }
    return new Case(stage("nested conditions", layout, rule), feeds, Accuracy.ONE_STEP);
  }

  /** The second of three gradients is not finite. */
  private static Case poisoned(NonFinite.Policy policy) {
    GradientTransform rule =
        Rules.chain(new NonFinite(policy), Rules.momentum(0.5), Rules.clip(2, Extent.GLOBAL));
    Layout layout = Parameters.layout();
    List<Feed> feeds = new ArrayList<>();
    for (Values kind : List.of(Values.ORDINARY, Values.MIXED, Values.ORDINARY)) {
      feeds.add(gradients(layout, kind, feeds.size()));
    }
    return new Case(stage("non-finite: " + policy.label(), layout, rule), feeds, Accuracy.ONE_STEP);
  }
}
