package org.glissade.cpu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.glissade.backend.Program;
import org.glissade.backend.Session;
import org.glissade.backend.SessionOptions;
import org.glissade.cpu.kernel.Kernels;
import org.glissade.data.Field;
import org.glissade.plan.Planner;
import org.glissade.tensor.Definition;
import org.glissade.tensor.Extent;
import org.glissade.tensor.Graph;
import org.glissade.tensor.Kind;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Parameter;
import org.glissade.tensor.Partition;
import org.glissade.tensor.ReduceFn;
import org.glissade.tensor.Shape;
import org.glissade.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** What a sweep reduces is the same to the bit, whatever else it reduces. */
class SweepSumsTest {
  /** Several chunks and a rest, a tile and a rest, and units of more than a tile. */
  private static final Layout LAYOUT =
      Layout.of(
          List.of(
              parameter("a/weight", 1, 150, 133),
              parameter("b/bias", 0, 5001),
              parameter("c/weight", 0, 3, 9001)));

  private static final long SEED = 20_261_123;

  private static Parameter parameter(String path, int axis, int... dims) {
    String layer = path.substring(0, 1);
    return new Parameter(
        path, layer, Shape.of(dims), Kind.WEIGHT, axis, (values, own, key) -> values[0] = 1);
  }

  @Test
  void sumsOfWhatIsLoadedDoNotDependOnOthers() {
    sameBesideOthers(gradients -> gradients);
  }

  @Test
  void sumsOfWhatIsComputedDoNotDependOnOthers() {
    sameBesideOthers(gradients -> gradients.times(gradients.like(3)));
    sameBesideOthers(gradients -> gradients.exp());
  }

  private static void sameBesideOthers(UnaryOperator<Tensor> value) {
    for (Extent extent : List.of(Extent.UNIT, Extent.PARAMETER, Extent.GLOBAL)) {
      Graph graph = new Graph();
      Tensor gradients = graph.flatInput("gradients", LAYOUT);
      Partition groups = LAYOUT.partition(extent, LAYOUT.all());
      Map<String, Tensor> outputs = new LinkedHashMap<>();
      outputs.put("it", value.apply(gradients).reduce(ReduceFn.SUM_OF_SQUARES, groups));
      double[] alone = it(groups.groups(), graph, outputs);
      outputs.put("loaded", gradients.reduce(ReduceFn.SUM, groups));
      double[] besideLoaded = it(groups.groups(), graph, outputs);
      outputs.put("computed", gradients.relu().reduce(ReduceFn.SUM_OF_SQUARES, groups));
      double[] besideComputed = it(groups.groups(), graph, outputs);
      outputs.put("function", gradients.tanh().reduce(ReduceFn.MAX, groups));
      String what = "seed " + SEED + ", " + extent;
      assertArrayEquals(alone, besideLoaded, what + ", beside a sum of what is loaded");
      assertArrayEquals(alone, besideComputed, what + ", beside a sum of what is computed");
      assertArrayEquals(alone, it(groups.groups(), graph, outputs), what + ", beside a function");
    }
  }

  private static double[] it(int groups, Graph graph, Map<String, Tensor> outputs) {
    Definition definition = new Definition("sums", graph, LAYOUT, outputs, List.of(), null);
    try (Session session = new CpuBackend(Kernels.best()).open(new SessionOptions(1, 1))) {
      Program program = session.compile(Planner.plan(definition));
      assertEquals(1, program.plan().sweeps());
      Random random = new Random(SEED);
      float[] numbers = new float[LAYOUT.size()];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = random.nextFloat() - 0.5f;
      }
      session.bind("gradients", Field.f32(Shape.of(), numbers));
      program.run();
      double[] values = new double[groups];
      program.read("it", values);
      return values;
    }
  }
}
