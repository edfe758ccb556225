package org.glissade.examples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.glissade.backend.Program;
import org.glissade.backend.Session;
import org.glissade.backend.SessionOptions;
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
import org.glissade.nn.RunState;
import org.glissade.nn.Sequential;
import org.glissade.nn.SoftmaxCrossEntropy;
import org.glissade.nn.Trainer;
import org.glissade.tensor.Shape;
import org.glissade.tensor.Variable;
import org.glissade.transform.ChainReader;
import org.glissade.transform.NonFinite;
import org.junit.jupiter.api.Test;

/** The article's network, whole, on the cpu backend. */
class W1Test {
  private static final int BATCH = 128;
  private static final int PIXELS = 28 * 28;

  private static Model model() {
    Sequential network =
        Sequential.of(
            new Flatten(), new Dense(128), new Relu(), new Dense(64), new Relu(), new Dense(10));
    return new Model(network, Shape.of(28, 28), new SoftmaxCrossEntropy(), 1 / 255.0);
  }

  private static RunState epoch(int threads) {
    try (Trainer trainer =
        Trainer.of(
                model(), ChainReader.load().read("clip-by-norm(1.0, extent=parameter) | sgd(0.1)"))
            .backend(new CpuBackend())
            .threads(threads)
            .seed(3)
            .batch(BATCH)
            .build()) {
      trainer.fit(Mnist.load().train());
      return trainer.state();
    }
  }

  @Test
  void anEpochGivesTheSameBitsOnOneThreadAndOnTwo() {
    RunState one = epoch(1);
    RunState two = epoch(2);
    assertEquals(one.position(), two.position());
    assertEquals(one.tensors().keySet(), two.tensors().keySet());
    one.tensors()
        .forEach(
            (name, tensor) -> assertArrayEquals(tensor.values(), two.tensor(name).values(), name));
  }

  /** Three batches of pixels as floats; a pixel of the second is no number. */
  private static Dataset poisoned() {
    Dataset data = Mnist.load().train().slice(0, 3 * BATCH);
    float[] features = new float[data.size() * PIXELS];
    for (int i = 0; i < features.length; i++) {
      features[i] = (float) data.features().value(i / PIXELS, i % PIXELS);
    }
    Field field = Field.f32(Shape.of(28, 28), features);
    Dataset batches = Dataset.of("poisoned", field, data.targets(), 10);
    features[(BATCH + 5) * PIXELS + 300] = Float.NaN;
    return batches;
  }

  /** What the Store holds after these batches, but for the count of skipped steps. */
  private static SortedMap<String, double[]> after(int... batches) {
    Dataset data = poisoned();
    Purpose purpose =
        new Purpose.Train(
            BATCH,
            Examples.of(data),
            ChainReader.load()
                .read("non-finite(skip-step) | clip-by-norm(1.0, extent=parameter) | adam(0.001)"),
            false);
    try (Session session = new CpuBackend().open(new SessionOptions(3, 2))) {
      Program program = session.compile(model().plan(purpose));
      session.bind("train.features", data.features());
      session.bind("train.targets", data.targets());
      int[] order = IntStream.range(0, data.size()).toArray();
      session.bind("train.order", Field.i32(Shape.of(), order));
      for (int batch : batches) {
        session.store().write("train.position", (double) batch * BATCH);
        program.run();
        assertEquals(batch == 1 ? 1 : 0, program.scalar("report/" + NonFinite.SEEN));
      }
      SortedMap<String, double[]> store = session.store().snapshot();
      store.remove(NonFinite.SKIPPED);
      return store;
    }
  }

  @Test
  void aSkippedBatchLeavesTheStoreOfARunWithoutIt() {
    SortedMap<String, double[]> without = after(0, 2);
    SortedMap<String, double[]> with = after(0, 1, 2);
    assertEquals(without.keySet(), with.keySet());
    without.forEach((key, values) -> assertArrayEquals(values, with.get(key), key));
    assertFalse(Arrays.equals(without.get(Variable.PARAMETERS), after(0).get(Variable.PARAMETERS)));
  }
}
