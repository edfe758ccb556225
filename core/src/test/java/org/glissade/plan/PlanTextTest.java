package org.glissade.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.glissade.layer.ParameterTable;
import org.glissade.layer.Scope;
import org.glissade.tensor.Autodiff;
import org.glissade.tensor.DType;
import org.glissade.tensor.Definition;
import org.glissade.tensor.Extent;
import org.glissade.tensor.Graph;
import org.glissade.tensor.Kind;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Shape;
import org.glissade.tensor.Tensor;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.UpdateStage;
import org.junit.jupiter.api.Test;

/** The plan of the article's network, as a person reads it: every fusion shows in it. */
class PlanTextTest {
  private static final int BATCH = 128;

  @Test
  void theArticlesNetworkIsPlannedAsWrittenDown() throws IOException {
    Plan plan = Planner.plan(articlesStep());
    assertEquals(golden("article-step.txt"), plan.toString());
    assertEquals(2, plan.sweeps());
  }

  private static Definition articlesStep() {
    Graph graph = new Graph();
    ParameterTable table = new ParameterTable();
    Tensor position = graph.scalar(0);
    Tensor index = graph.input("order", Shape.of(60_000), DType.I32).take(position, BATCH);
    Tensor images = graph.input("images", Shape.of(60_000, 784), DType.U8).gather(index);
    Tensor labels = graph.input("labels", Shape.of(60_000), DType.U8).gather(index);
    Scope scope = Scope.root(table, true, graph.scalar(0));
    Tensor logits = logits(scope, images.toFloat().times(1 / 255.0));
    Tensor loss = crossEntropy(logits, labels.toFloat());
    Layout layout = table.layout();
    Tensor gradients = graph.pack(layout, Autodiff.gradients(loss, layout.parameters()));
    GradientTransform clip = (g, step) -> g.within(Extent.PARAMETER, PlanTextTest::clip).times(0.1);
    return new Definition(
        "train",
        graph,
        layout,
        Map.of("loss", loss),
        UpdateStage.describe(layout, gradients, null, clip).effects(),
        gradients);
  }

  private static Gradients clip(Gradients g) {
    return g.times(g.norm().maximum(1).reciprocalOrZero());
  }

  private static Tensor logits(Scope scope, Tensor x) {
    Tensor h = x;
    for (int units : List.of(128, 64, 10)) {
      h = scope.child("dense-" + units, (in, inner) -> dense(in, inner, units), h);
    }
    return h;
  }

  private static Tensor dense(Tensor x, Scope scope, int units) {
    Shape shape = Shape.of(x.shape().last(), units);
    Tensor weight = scope.parameter("weight", shape, (v, p, k) -> {}, Kind.WEIGHT, 1);
    Tensor bias = scope.parameter("bias", Shape.of(units), (v, p, k) -> {}, Kind.BIAS, 0);
    Tensor y = x.matmul(weight).plus(bias);
    return units == 10 ? y : y.relu();
  }

  private static Tensor crossEntropy(Tensor logits, Tensor labels) {
    Tensor max = logits.max(1).detach();
    Tensor logSum = logits.minus(max).exp().sum(1).log().plus(max);
    Tensor hit =
        logits.graph().index(logits.shape(), 1).equalTo(labels.reshape(Shape.of(BATCH, 1)));
    return logSum.minus(hit.select(logits, logits.like(0)).sum(1)).mean();
  }

  private static String golden(String name) throws IOException {
    try (InputStream in = PlanTextTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8)
          .strip();
    }
  }
}
