package org.glissade.cuda.code;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.glissade.plan.Planner;
import org.glissade.tensor.DType;
import org.glissade.tensor.Definition;
import org.glissade.tensor.Distribution;
import org.glissade.tensor.Effect;
import org.glissade.tensor.Extent;
import org.glissade.tensor.Graph;
import org.glissade.tensor.Kind;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Parameter;
import org.glissade.tensor.ReduceFn;
import org.glissade.tensor.Shape;
import org.glissade.tensor.Space;
import org.glissade.tensor.Tensor;
import org.glissade.tensor.Variable;
import org.junit.jupiter.api.Test;

/** Generated kernels as a person reads them, without what all of them share. */
class PlanCodeTest {
  private static String code(Definition definition) {
    String source = PlanCode.of(Planner.plan(definition)).source();
    int tables = source.indexOf("\nstatic __device__ const");
    int kernels = source.indexOf("\nextern \"C\" __global__");
    return source.substring((tables < 0 ? kernels : Math.min(tables, kernels)) + 1);
  }

  private static void check(String name, Definition definition) throws IOException {
    try (InputStream in = PlanCodeTest.class.getResourceAsStream(name)) {
      String golden =
          new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(golden, code(definition), name);
    }
  }

  /** A layer whose rows are picked by an index, softmax, and an argmax. */
  @Test
  void denseSteps() throws IOException {
    Graph graph = new Graph();
    Tensor order = graph.input("order", Shape.of(9), DType.I32);
    Tensor index = order.take(graph.scalar(2), 4);
    Tensor x = graph.input("images", Shape.of(9, 6), DType.U8).gather(index).toFloat();
    Tensor y = x.times(1 / 255.0).matmul(graph.input("weight", Shape.of(6, 3), DType.F32)).relu();
    Tensor e = y.minus(y.max(1)).exp();
    Map<String, Tensor> outputs =
        Map.of("p", e.dividedBy(e.sum(1)), "class", e.argMax(), "columns", y.sum(0));
    check(
        "dense.cu", new Definition("dense", graph, Layout.of(List.of()), outputs, List.of(), null));
  }

  /** Momentum, a norm of each parameter and of each unit, noise, and a condition. */
  @Test
  void flatSteps() throws IOException {
    Graph graph = new Graph();
    Layout layout =
        Layout.of(
            List.of(parameter("weight", Shape.of(3, 5), 1), parameter("bias", Shape.of(5), 0)));
    Tensor g = graph.flatInput("g", layout);
    Variable mean = new Variable("mean", Variable.Role.STATE, Space.FLAT, g.shape(), g.like(0));
    Tensor next = graph.read(mean).times(0.9).plus(g);
    var units = layout.partition(Extent.UNIT, layout.all());
    var parameters = layout.partition(Extent.PARAMETER, layout.all());
    Tensor norm = next.reduce(ReduceFn.SUM_OF_SQUARES, parameters).sqrt();
    Tensor largest = next.reduce(ReduceFn.MAX, units);
    Tensor noise = graph.flatRandom(Distribution.NORMAL, layout, "noise", graph.scalar(7));
    Tensor update =
        next.times(norm.reciprocalOrZero().spread(parameters))
            .plus(noise.times(largest.spread(units)));
    Variable flat = Variable.parameters(layout);
    var all = layout.partition(Extent.GLOBAL, layout.all());
    Tensor finite = next.reduce(ReduceFn.SUM_OF_SQUARES, all).isFinite();
    check(
        "flat.cu",
        new Definition(
            "flat",
            graph,
            layout,
            Map.of("norm", norm),
            List.of(
                new Effect(flat, graph.read(flat).minus(update), finite),
                new Effect(mean, next, null)),
            null));
  }

  private static Parameter parameter(String path, Shape shape, int unitAxis) {
    return new Parameter(path, "layer", shape, Kind.WEIGHT, unitAxis, (v, p, key) -> {});
  }
}
