package org.glissade.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.Map;
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
import org.glissade.transform.Update;
import org.glissade.transform.UpdateStage;
import org.junit.jupiter.api.Test;

class PlannerTest {
  @Test
  void show() {
    Graph graph = new Graph();
    ParameterTable table = new ParameterTable();
    Scope scope = Scope.root(table, true, graph.scalar(0));
    Tensor order = graph.input("order", Shape.of(60000), DType.I32);
    Tensor index = order.take(graph.scalar(0), 128);
    Tensor images =
        graph
            .input("images", Shape.of(60000, 784), DType.U8)
            .gather(index)
            .toFloat()
            .times(1 / 255.0);
    Tensor labels = graph.input("labels", Shape.of(60000), DType.U8).gather(index).toFloat();
    Tensor h = images;
    int[] units = {128, 64, 10};
    for (int i = 0; i < 3; i++) {
      int n = units[i];
      boolean last = i == 2;
      h =
          scope.child(
              "dense-" + (i + 1),
              (x, s) -> {
                Tensor w =
                    s.parameter(
                        "weight", Shape.of(x.shape().last(), n), (v, p, k) -> {}, Kind.WEIGHT, 1);
                Tensor b = s.parameter("bias", Shape.of(n), (v, p, k) -> {}, Kind.BIAS, 0);
                Tensor y = x.matmul(w).plus(b);
                return last ? y : y.relu();
              },
              h);
    }
    Tensor max = h.max(1).detach();
    Tensor lse = h.minus(max).exp().sum(1).log().plus(max);
    Tensor hit = graph.index(h.shape(), 1).equalTo(labels.reshape(Shape.of(128, 1)));
    Tensor picked = hit.select(h, h.like(0)).sum(1);
    Tensor loss = lse.minus(picked).mean();
    Layout layout = table.layout();
    Tensor flat = graph.pack(layout, Autodiff.gradients(loss, layout.parameters()));
    GradientTransform clip =
        (g, s) -> g.within(Extent.PARAMETER, x -> x.times(x.norm().maximum(1).reciprocalOrZero()));
    GradientTransform sgd = (g, s) -> g.times(0.1);
    Update update =
        UpdateStage.describe(layout, flat, null, (g, s) -> sgd.apply(clip.apply(g, s), s));
    Map<String, Tensor> outputs = new LinkedHashMap<>(Map.of("loss", loss));
    Plan plan =
        Planner.plan(new Definition("train", graph, layout, outputs, update.effects(), flat));
    System.out.println(plan);
    assertEquals(2, plan.sweeps());
  }
}
