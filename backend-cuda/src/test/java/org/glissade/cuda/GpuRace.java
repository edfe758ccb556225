package org.glissade.cuda;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.glissade.backend.Program;
import org.glissade.backend.Session;
import org.glissade.backend.SessionOptions;
import org.glissade.cuda.driver.Precision;
import org.glissade.data.Dataset;
import org.glissade.data.Field;
import org.glissade.layer.Layer;
import org.glissade.mnist.Mnist;
import org.glissade.nn.Dense;
import org.glissade.nn.Examples;
import org.glissade.nn.Flatten;
import org.glissade.nn.Model;
import org.glissade.nn.Purpose;
import org.glissade.nn.Relu;
import org.glissade.nn.Sequential;
import org.glissade.nn.SoftmaxCrossEntropy;
import org.glissade.tensor.Shape;
import org.glissade.transform.ChainReader;

/**
 * Times training steps on the device at hand; {@code gpu/run} starts it beside other frameworks.
 */
final class GpuRace {
  private static final double MICRO = 1e-3;
  private static final int ROUNDS = 5;

  private GpuRace() {}

  private record Workload(String name, int batch, List<Integer> hidden) {}

  /** Prints the microseconds of a step of each workload, the best of five rounds. */
  public static void main(String[] args) {
    int steps = args.length == 0 ? 2_000 : Integer.parseInt(args[0]);
    List<Workload> workloads =
        List.of(
            new Workload("W1", 128, List.of(128, 64)),
            new Workload("W2", 16, List.of(128, 64)),
            new Workload("W3", 256, List.of(1024, 1024)),
            new Workload("wide", 8192, List.of(4096, 4096)));
    Dataset data = Mnist.load().train();
    for (Workload workload : workloads) {
      for (Precision precision : Precision.values()) {
        int count = Math.max(10, steps * 128 / Math.max(128, workload.batch()));
        System.out.printf(
            Locale.ROOT,
            "glissade,%s,%s,%.1f%n",
            workload.name(),
            precision,
            best(workload, precision, data, count));
      }
    }
  }

  private static double best(Workload workload, Precision precision, Dataset data, int steps) {
    List<Layer> layers = new ArrayList<>(List.of(new Flatten()));
    for (int units : workload.hidden()) {
      layers.add(new Dense(units));
      layers.add(new Relu());
    }
    layers.add(new Dense(10));
    Model model =
        new Model(
            new Sequential(layers),
            data.features().example(),
            new SoftmaxCrossEntropy(),
            1 / 255.0);
    var chain = ChainReader.load().read("clip-by-norm(1.0, extent=parameter) | sgd(0.1)");
    Purpose purpose = new Purpose.Train(workload.batch(), Examples.of(data), chain, false);
    try (Session session = new CudaBackend(precision).open(SessionOptions.seed(1))) {
      Program program = session.compile(model.plan(purpose));
      session.bind("train.features", data.features());
      session.bind("train.targets", data.targets());
      int[] order = IntStream.range(0, data.size()).toArray();
      session.bind("train.order", Field.i32(Shape.of(), order));
      double best = Double.POSITIVE_INFINITY;
      for (int round = 0; round <= ROUNDS; round++) {
        best = Math.min(best, time(session, program, steps, data.size() / workload.batch()));
      }
      return best;
    }
  }

  /** Microseconds of a step; the cursor goes back to the beginning after each epoch. */
  private static double time(Session session, Program program, int steps, int epoch) {
    long start = System.nanoTime();
    for (int left = steps; left > 0; left -= epoch) {
      session.store().write("train.position", 0);
      program.run(Math.min(epoch, left));
    }
    double loss = program.scalar("loss");
    if (!Double.isFinite(loss)) {
      throw new IllegalStateException("The loss is " + loss);
    }
    return (System.nanoTime() - start) * MICRO / steps;
  }
}
