package org.glissade.bench;

import java.util.List;
import java.util.Map;
import org.glissade.backend.Program;
import org.glissade.backend.Session;
import org.glissade.backend.SessionOptions;
import org.glissade.cpu.CpuBackend;
import org.glissade.data.Field;
import org.glissade.plan.Planner;
import org.glissade.random.Philox;
import org.glissade.tensor.DType;
import org.glissade.tensor.Definition;
import org.glissade.tensor.Graph;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Shape;
import org.glissade.tensor.Tensor;

/** A program that is nothing but a matrix product [m, n] = op(A)·op(B) over k terms. */
final class Product implements AutoCloseable {
  private final Session session;
  private final Program program;
  private final long operations;

  Product(int m, int n, int k, boolean transposeA, boolean transposeB, int threads) {
    Graph graph = new Graph();
    Tensor a = graph.input("a", transposeA ? Shape.of(k, m) : Shape.of(m, k), DType.F32);
    Tensor b = graph.input("b", transposeB ? Shape.of(n, k) : Shape.of(k, n), DType.F32);
    Map<String, Tensor> outputs = Map.of("c", a.matmul(b, transposeA, transposeB));
    Layout none = Layout.of(List.of());
    session = new CpuBackend().open(new SessionOptions(1, threads));
    program =
        session.compile(
            Planner.plan(new Definition("product", graph, none, outputs, List.of(), null)));
    session.bind("a", numbers(a.shape()));
    session.bind("b", numbers(b.shape()));
    operations = 2L * m * n * k;
  }

  private static Field numbers(Shape shape) {
    float[] values = new float[shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = Philox.uniform(1, 0, 0, i);
    }
    return Field.f32(Shape.of(shape.last()), values);
  }

  /** Floating-point operations of one product. */
  long operations() {
    return operations;
  }

  void run() {
    program.run();
  }

  @Override
  public void close() {
    session.close();
  }
}
