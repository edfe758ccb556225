package org.glissade.examples.custom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.glissade.backend.Backend;
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
import org.glissade.nn.Sequential;
import org.glissade.nn.SoftmaxCrossEntropy;
import org.glissade.plan.Plan;
import org.glissade.reference.ReferenceBackend;
import org.glissade.tensor.Shape;
import org.glissade.transform.ChainReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A host link among the wrappers: the same numbers everywhere, and bits for any threads. */
class HostLinkChainsTest {
  private static final int BATCH = 32;
  private static final int STEPS = 4;
  private static final Dataset DATA = Mnist.load().train().slice(0, STEPS * BATCH);

  private static Plan plan(String chain) {
    Sequential network = Sequential.of(new Flatten(), new Dense(16), new Relu(), new Dense(10));
    Model model =
        new Model(network, DATA.features().example(), new SoftmaxCrossEntropy(), 1 / 255.0);
    return model.plan(
        new Purpose.Train(BATCH, Examples.of(DATA), ChainReader.load().read(chain), true));
  }

  private static SortedMap<String, double[]> after(Backend backend, int threads, Plan plan) {
    try (Session session = backend.open(new SessionOptions(3, threads))) {
      Program program = session.compile(plan);
      session.bind("train.features", DATA.features());
      session.bind("train.targets", DATA.targets());
      int[] order = IntStream.range(0, DATA.size()).toArray();
      session.bind("train.order", Field.i32(Shape.of(), order));
      program.run(STEPS);
      return session.store().snapshot();
    }
  }

  private static Stream<String> chains() {
    return Stream.of(
        "acme:median-clip(2) | sgd(0.1)",
        "non-finite(skip-step) | acme:median-clip(2) | adam(0.01)",
        "non-finite(rollback, factor=0.5) | acme:median-clip(2) | sgd(0.1)",
        "accumulate(2) | acme:median-clip(2) | sgd(0.1)",
        "acme:median-clip(2) | accumulate(2) | sgd(0.1)",
        "sam(0.05, extent=global) | acme:median-clip(2) | sgd(0.1)",
        "acme:median-clip(2) | sam(0.05, extent=global) | acme:median-clip(1) | sgd(0.1)",
        "route({acme:median-clip(2) | sgd(0.1)}, else={sgd(0.05)}, kind=weight)",
        "clip-by-norm(1, extent=global) | acme:median-clip(2) | ema-weights(0.9) | sgd(0.1)");
  }

  @ParameterizedTest
  @MethodSource("chains")
  void theSameNumbersEverywhere(String chain) {
    Plan plan = plan(chain);
    assertEquals(
        chain.split("median-clip", -1).length - 1, plan.hostLinks(), () -> plan.toString());
    SortedMap<String, double[]> one = after(new CpuBackend(), 1, plan);
    SortedMap<String, double[]> two = after(new CpuBackend(), 2, plan);
    SortedMap<String, double[]> reference = after(new ReferenceBackend(), 1, plan);
    one.forEach(
        (key, values) -> {
          assertArrayEquals(values, two.get(key), key);
          double[] exact = reference.get(key);
          double largest = Arrays.stream(exact).map(Math::abs).max().orElse(0);
          assertArrayEquals(exact, values, 1e-4 * largest, key);
        });
  }
}
