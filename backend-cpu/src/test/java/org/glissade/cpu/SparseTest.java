package org.glissade.cpu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.glissade.backend.Program;
import org.glissade.backend.Session;
import org.glissade.backend.SessionOptions;
import org.glissade.cpu.kernel.Kernels;
import org.glissade.data.Field;
import org.glissade.layer.ParameterTable;
import org.glissade.layer.Scope;
import org.glissade.plan.Plan;
import org.glissade.plan.Planner;
import org.glissade.tensor.Autodiff;
import org.glissade.tensor.DType;
import org.glissade.tensor.Definition;
import org.glissade.tensor.Graph;
import org.glissade.tensor.Kind;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Shape;
import org.glissade.tensor.Tensor;
import org.glissade.tensor.Variable;
import org.glissade.transform.Update;
import org.glissade.transform.UpdateStage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SparseTest {
  private static final int EXAMPLES = 40;
  private static final int SIDE = 26;
  private static final int IN = SIDE * SIDE;
  private static final int OUT = 72;
  private static final int BATCH = 16;
  private static final double SCALE = 1 / 255.0;

  /** What else is done with the rows that a batch picks. */
  private enum Also {
    NOTHING,
    SQUARES
  }

  /** Which rows make a batch. */
  private enum From {
    ORDER,
    THE_FIRST_ON
  }

  /** One layer with a step of descent; its input is rows of bytes. */
  private static Plan plan(Also also, From from) {
    Graph graph = new Graph();
    ParameterTable table = new ParameterTable();
    Scope scope = Scope.root(table, true, graph.scalar(0));
    Tensor rows = rows(graph, from);
    Tensor x = rows.toFloat().times(SCALE).reshape(Shape.of(BATCH, IN));
    Tensor weight =
        scope.parameter(
            "weight",
            Shape.of(IN, OUT),
            (values, parameter, key) -> {
              Random random = new Random(5);
              for (int i = 0; i < values.length; i++) {
                values[i] = random.nextFloat() - 0.5f;
              }
            },
            Kind.WEIGHT,
            1);
    Tensor loss = x.matmul(weight).square().mean();
    if (also == Also.SQUARES) {
      loss = loss.plus(x.square().mean());
    }
    Layout layout = table.layout();
    Tensor gradients = graph.pack(layout, Autodiff.gradients(loss, layout.parameters()));
    Update update = UpdateStage.describe(layout, gradients, null, (g, step) -> g.times(0.1));
    return Planner.plan(
        new Definition("train", graph, layout, Map.of("loss", loss), update.effects(), gradients));
  }

  private static Tensor rows(Graph graph, From from) {
    if (from == From.THE_FIRST_ON) {
      return graph.input("images", Shape.of(BATCH, SIDE, SIDE), DType.U8);
    }
    Tensor images = graph.input("images", Shape.of(EXAMPLES, SIDE, SIDE), DType.U8);
    Tensor order = graph.input("order", Shape.of(EXAMPLES), DType.I32);
    return images.gather(order.take(graph.scalar(4), BATCH));
  }

  private static Field images(int count, double density) {
    Random random = new Random(3);
    byte[] bytes = new byte[count * IN];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (random.nextDouble() < density ? 1 + random.nextInt(255) : 0);
    }
    return Field.u8(Shape.of(SIDE, SIDE), bytes);
  }

  private static Field order() {
    return Field.i32(Shape.of(), new Random(4).ints(EXAMPLES, 0, EXAMPLES).toArray());
  }

  /** The kernels of this JVM with a word of the test's own about when rows are sparse. */
  private static Kernels sparseUpTo(double most) {
    Kernels best = Kernels.best();
    return (Kernels)
        Proxy.newProxyInstance(
            Kernels.class.getClassLoader(),
            new Class<?>[] {Kernels.class},
            (proxy, method, arguments) ->
                method.getName().equals("sparseUpTo") ? most : method.invoke(best, arguments));
  }

  private static double[] trained(Kernels kernels, int threads, double density, From from) {
    try (Session session = new CpuBackend(kernels).open(new SessionOptions(1, threads))) {
      Program program = session.compile(plan(Also.NOTHING, from));
      session.bind("order", order());
      for (double d : new double[] {density, 1, density}) {
        session.bind("images", images(from == From.ORDER ? EXAMPLES : BATCH, d));
        program.run();
        program.run();
      }
      return session.store().read(Variable.PARAMETERS);
    }
  }

  @ParameterizedTest
  @EnumSource(From.class)
  void theBitsAreThoseOfWholeRows(From from) {
    double[] dense = trained(sparseUpTo(-1), 1, 0.2, from);
    for (int threads = 1; threads <= 3; threads++) {
      assertArrayEquals(dense, trained(sparseUpTo(0.5), threads, 0.2, from), threads + " threads");
    }
    assertTrue(Arrays.stream(dense).anyMatch(w -> w != 0), "weights");
  }

  @ParameterizedTest
  @EnumSource(From.class)
  void rowsThatAreOnlyMultipliedNeedNotBeGathered(From from) {
    List<SparseUse> uses = SparseUse.of(plan(Also.NOTHING, from));
    assertEquals(1, uses.size());
    assertEquals(SCALE, uses.get(0).factor());
  }

  @ParameterizedTest
  @EnumSource(From.class)
  void rowsThatSomethingElseReadsAreGathered(From from) {
    assertEquals(List.of(), SparseUse.of(plan(Also.SQUARES, from)));
  }
}
