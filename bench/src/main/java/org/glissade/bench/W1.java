package org.glissade.bench;

import java.util.stream.IntStream;
import org.glissade.backend.Program;
import org.glissade.backend.Session;
import org.glissade.backend.SessionOptions;
import org.glissade.bench.contest.Workload;
import org.glissade.cpu.CpuBackend;
import org.glissade.data.Dataset;
import org.glissade.data.Field;
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
 * Workload W1: the article's network, 784-128-64-10 with ReLU, on MNIST in batches of 128. Steps go
 * round through whole batches of the set.
 */
final class W1 implements AutoCloseable {
  static final int BATCH = Workload.W1.batch();
  static final String CHAIN = Workload.CHAIN;
  private static final String POSITION = "train.position";

  private final Session session;
  private final Program program;
  private final int steps;
  private int step;

  /** Compiles a step. */
  W1(String chain, int threads) {
    Dataset data = Mnist.load().train();
    Purpose purpose =
        new Purpose.Train(BATCH, Examples.of(data), ChainReader.load().read(chain), false);
    steps = data.size() / BATCH;
    session = new CpuBackend().open(new SessionOptions(1, threads));
    program = session.compile(model().plan(purpose));
    session.bind("train.features", data.features());
    session.bind("train.targets", data.targets());
    int[] order = IntStream.range(0, data.size()).toArray();
    session.bind("train.order", Field.i32(Shape.of(), order));
  }

  /** The network with its loss. */
  static Model model() {
    Sequential network =
        Sequential.of(
            new Flatten(),
            new Dense(Workload.W1.out(0)),
            new Relu(),
            new Dense(Workload.W1.out(1)),
            new Relu(),
            new Dense(Workload.W1.out(2)));
    return new Model(network, Shape.of(28, 28), new SoftmaxCrossEntropy(), 1 / 255.0);
  }

  /** Makes one step. */
  void step() {
    program.run();
    step++;
    if (step == steps) {
      session.store().write(POSITION, 0);
      step = 0;
    }
  }

  @Override
  public void close() {
    session.close();
  }
}
