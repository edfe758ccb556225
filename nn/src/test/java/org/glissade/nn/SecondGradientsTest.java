package org.glissade.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.glissade.backend.Backend;
import org.glissade.data.Dataset;
import org.glissade.data.Field;
import org.glissade.layer.Layer;
import org.glissade.plan.Plan;
import org.glissade.reference.PlanBackend;
import org.glissade.reference.ReferenceBackend;
import org.glissade.tensor.Kind;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Shape;
import org.glissade.tensor.Variable;
import org.glissade.transform.Chain;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.StepContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Gradients that the same batch has at other values. */
class SecondGradientsTest {
  private static final float[] FEATURES = {1, 2, -1, 0.5f, 3, -2, 0, 1};
  private static final float[] TARGETS = {1, 0, -2, 0.5f};
  private static final int N = TARGETS.length;
  private static final double RHO = 0.5;
  private static final double RATE = 0.125;

  /** rate·g at p + rho·g/‖g‖. */
  record Sharp() implements GradientTransform {
    @Override
    public Gradients apply(Gradients gradients, StepContext step) {
      Gradients away = gradients.times(gradients.norm().reciprocalOrZero()).times(RHO);
      return step.gradientsAt(step.values(gradients).plus(away)).times(RATE);
    }
  }

  static Stream<Backend> backends() {
    return Stream.of(new ReferenceBackend(), new PlanBackend());
  }

  private static Dataset data() {
    return Dataset.of("line", Field.f32(Shape.of(2), FEATURES), Field.f32(Shape.of(1), TARGETS));
  }

  /** The gradient of the mean of (x·w + b - t)² by w and b, in one array. */
  private static double[] gradient(double... p) {
    double[] g = new double[3];
    for (int i = 0; i < N; i++) {
      double x = FEATURES[2 * i];
      double y = FEATURES[2 * i + 1];
      double e = 2 * (x * p[0] + y * p[1] + p[2] - TARGETS[i]) / N;
      g[0] += e * x;
      g[1] += e * y;
      g[2] += e;
    }
    return g;
  }

  private static double[] stepped(double... p) {
    double[] g = gradient(p);
    double norm = Math.sqrt(g[0] * g[0] + g[1] * g[1] + g[2] * g[2]);
    double[] there = new double[3];
    for (int i = 0; i < 3; i++) {
      there[i] = p[i] + RHO * g[i] / norm;
    }
    double[] second = gradient(there);
    double[] next = new double[3];
    for (int i = 0; i < 3; i++) {
      next[i] = p[i] - RATE * second[i];
    }
    return next;
  }

  private static double[] parameters(Trainer trainer) {
    double[] flat = trainer.store().read(Variable.PARAMETERS);
    int bias = trainer.model().layout().offset(1);
    return new double[] {flat[0], flat[1], flat[bias]};
  }

  @ParameterizedTest
  @MethodSource("backends")
  void areThoseOfAnIndependentLoop(Backend backend) {
    Model model = new Model(new Dense(1), Shape.of(2), new MeanSquaredError());
    try (Trainer trainer =
        Trainer.of(model, new Sharp()).backend(backend).seed(3).batch(N).epochs(4).build()) {
      trainer.predict(new float[2]);
      double[] expected = parameters(trainer);
      trainer.fit(data());
      for (int i = 0; i < 4; i++) {
        expected = stepped(expected);
      }
      assertArrayEquals(expected, parameters(trainer), 1e-12);
    }
  }

  /** The second pass draws what the first drew, and layers remember the first alone. */
  @Test
  void atTheSameValuesTheyAreTheSame() {
    GradientTransform twice =
        (g, step) -> {
          Gradients again = step.gradientsAt(step.values(g));
          step.report("apart", again.minus(g).norm());
          step.report("norm", g.norm());
          return g.times(0.1);
        };
    Layer network = Sequential.of(new Dense(9), new Tanh(), new Dropout(0.5), new Dense(4));
    Model model = new Model(network, Shape.of(2), new SoftmaxCrossEntropy(), 1 / 128.0);
    TrainingListener same =
        new TrainingListener() {
          @Override
          public void stepped(StepEvent event) {
            assertEquals(0, event.run().report("transform/apart")[0], 1e-12);
            assertTrue(event.run().report("transform/norm")[0] > 1e-3);
          }
        };
    try (Trainer trainer =
        Trainer.of(model, Chain.of(twice))
            .backend(new PlanBackend())
            .seed(3)
            .batch(8)
            .epochs(1)
            .listener(same)
            .build()) {
      trainer.fit(Tiny.quadrants("train", 40, 1));
      assertEquals(5, trainer.position().step());
    }
  }

  @Test
  void aSecondPassIsInThePlan() {
    Model model = Tiny.model();
    Examples data = Examples.of(Tiny.quadrants("train", 40, 1));
    Plan once = model.plan(new Purpose.Train(8, data, new Tiny.Momentum(0.1, 0.9), false));
    Plan twice = model.plan(new Purpose.Train(8, data, new Sharp(), false));
    assertTrue(twice.steps().size() > once.steps().size() * 3 / 2, twice::toString);
  }

  @Test
  void gradientsThatWereGivenHaveNoSecond() {
    UpdaterBuilder builder =
        Updater.of(Chain.of(new Sharp()))
            .backend(new ReferenceBackend())
            .parameter("dense/weight", Shape.of(2), Kind.WEIGHT, 1, 2);
    IllegalStateException error = assertThrows(IllegalStateException.class, builder::build);
    assertEquals(
        "transform needs gradients at other values, but this update stage was given gradients"
            + " without a loss",
        error.getMessage());
  }

  @Test
  void someParametersAloneCanBeElsewhere() {
    Layout layout = Tiny.model().layout();
    GradientTransform weightsOnly =
        (g, step) ->
            g.route(
                parameter -> parameter.kind() == Kind.WEIGHT,
                some -> step.gradientsAt(step.values(some)),
                rest -> rest.zeros());
    try (Trainer trainer =
            Trainer.of(Tiny.model(), weightsOnly)
                .backend(new PlanBackend())
                .seed(5)
                .batch(40)
                .epochs(1)
                .build();
        Trainer plain =
            Trainer.of(Tiny.model(), (g, step) -> g)
                .backend(new PlanBackend())
                .seed(5)
                .batch(40)
                .epochs(1)
                .build()) {
      trainer.fit(Tiny.quadrants("train", 40, 1));
      plain.fit(Tiny.quadrants("train", 40, 1));
      double[] some = trainer.store().read(Variable.PARAMETERS);
      double[] all = plain.store().read(Variable.PARAMETERS);
      for (int p = 0; p < layout.parameters().size(); p++) {
        int first = layout.offset(p);
        boolean weight = layout.parameters().get(p).kind() == Kind.WEIGHT;
        assertEquals(weight ? all[first] : 0, some[first], 1e-12, "" + p);
      }
    }
  }
}
