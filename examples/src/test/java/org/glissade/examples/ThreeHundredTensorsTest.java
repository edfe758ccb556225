package org.glissade.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.glissade.backend.Program;
import org.glissade.backend.Session;
import org.glissade.backend.SessionOptions;
import org.glissade.cpu.CpuBackend;
import org.glissade.data.Field;
import org.glissade.plan.Plan;
import org.glissade.plan.Planner;
import org.glissade.tensor.Definition;
import org.glissade.tensor.Graph;
import org.glissade.tensor.Kind;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Parameter;
import org.glissade.tensor.Shape;
import org.glissade.tensor.Tensor;
import org.glissade.tensor.Variable;
import org.glissade.transform.ChainReader;
import org.glissade.transform.UpdateStage;
import org.junit.jupiter.api.Test;

/** A rule over 300 tensors is one expression: it reads once to measure and once to write. */
class ThreeHundredTensorsTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final String CHAIN =
      "clip-by-norm(1.0, extent=global) | adam(1.0) | weight-decay(0.01) | learning-rate(0.001)";

  private static Definition update() {
    List<Parameter> parameters = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      Shape shape = i % 2 == 0 ? Shape.of(7 + i % 13, 33) : Shape.of(33);
      Kind kind = i % 2 == 0 ? Kind.WEIGHT : Kind.BIAS;
      String layer = "dense-" + (i / 2 + 1);
      String path = layer + "/" + kind.label();
      parameters.add(new Parameter(path, layer, shape, kind, shape.rank() - 1, (v, p, k) -> {}));
    }
    Layout layout = Layout.of(parameters);
    Tensor gradients = new Graph().flatInput("gradients", layout);
    return new Definition(
        "update",
        gradients.graph(),
        layout,
        Map.of(),
        UpdateStage.describe(layout, gradients, null, ChainReader.load().read(CHAIN)).effects(),
        gradients);
  }

  @Test
  void theWholeChainTakesTwoSweeps() {
    Plan plan = Planner.plan(update());
    assertEquals(2, plan.sweeps(), plan::toString);
  }

  @Test
  void aRunAllocatesNothingOnAnyThread() {
    Plan plan = Planner.plan(update());
    Layout layout = plan.definition().layout();
    float[] values = new float[layout.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) Math.sin(i);
    }
    try (Session session = new CpuBackend().open(new SessionOptions(1, 2))) {
      Program program = session.compile(plan);
      session.bind("gradients", Field.f32(Shape.of(layout.size()), values));
      double[] before = session.store().read(Variable.PARAMETERS);
      run(program, 500);
      long[] computing = computingThreads();
      long least = Long.MAX_VALUE;
      for (int attempt = 0; attempt < 100 && least > 0; attempt++) {
        long start = allocated(computing);
        run(program, 500);
        least = Math.min(least, allocated(computing) - start);
      }
      assertEquals(0, least, "bytes allocated by 500 steps");
      assertNotEquals(before[1], session.store().read(Variable.PARAMETERS)[1]);
    }
  }

  private static void run(Program program, int times) {
    for (int i = 0; i < times; i++) {
      program.run();
    }
  }

  /** This thread and the session's workers. */
  private static long[] computingThreads() {
    long own = Thread.currentThread().getId();
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getId() == own || thread.getName().startsWith("glissade-"))
        .mapToLong(Thread::getId)
        .toArray();
  }

  /** Bytes that these threads have allocated so far. */
  private static long allocated(long[] threads) {
    long sum = 0;
    for (long thread : threads) {
      sum += THREADS.getThreadAllocatedBytes(thread);
    }
    return sum;
  }
}
