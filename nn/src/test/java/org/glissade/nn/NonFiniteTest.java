package org.glissade.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.glissade.data.Dataset;
import org.glissade.data.Field;
import org.glissade.tensor.Initializer;
import org.glissade.tensor.Kind;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Parameter;
import org.glissade.tensor.Shape;
import org.glissade.transform.Chain;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.NonFinite;
import org.junit.jupiter.api.Test;

class NonFiniteTest {
  /** Three batches of two examples; the loss of one of them overflows if it is poisoned. */
  private static Dataset data(boolean poisoned) {
    float[] x = new float[12];
    float[] y = new float[6];
    for (int i = 0; i < 6; i++) {
      x[2 * i] = i;
      x[2 * i + 1] = -i;
      y[i] = poisoned && i == 3 ? Float.NaN : i;
    }
    return new Dataset() {
      @Override
      public String name() {
        return poisoned ? "poisoned" : "clean";
      }

      @Override
      public Field features() {
        return Field.f32(Shape.of(2), x);
      }

      @Override
      public Field targets() {
        return Field.f32(Shape.of(1), y);
      }

      @Override
      public int classes() {
        return 0;
      }
    };
  }

  private static TrainerBuilder trainer(GradientTransform chain) {
    Model model =
        new Model(
            Sequential.of(new Dense(3), new Tanh(), new Dense(1)),
            Shape.of(2),
            new MeanSquaredError());
    return Trainer.of(model, chain)
        .backend(new org.glissade.reference.ReferenceBackend())
        .seed(3)
        .batch(2);
  }

  private static GradientTransform momentum() {
    return new Tiny.Momentum(0.01, 0.9);
  }

  private static final class Recorder implements TrainingListener {
    private final List<NonFiniteEvent> nonFinite = new ArrayList<>();
    private final List<StepEvent> steps = new ArrayList<>();
    private final List<RunState> states = new ArrayList<>();

    @Override
    public void nonFinite(NonFiniteEvent event) {
      nonFinite.add(event);
    }

    @Override
    public void stepped(StepEvent event) {
      steps.add(event);
      states.add(event.run().state());
    }
  }

  @Test
  void stopNamesStepLayerAndTensorAndLosesNothing() {
    Recorder recorder = new Recorder();
    try (Trainer trainer = trainer(momentum()).listener(recorder).build()) {
      NonFiniteGradientException stopped =
          assertThrows(NonFiniteGradientException.class, () -> trainer.fit(data(true)));
      int bad = recorder.steps.size() + 1;
      assertEquals(bad, stopped.event().step());
      assertEquals("dense-2", stopped.event().where().layer());
      assertEquals("dense-2/bias", stopped.event().where().parameter());
      assertTrue(stopped.event().stopped());
      assertEquals(List.of(stopped.event()), recorder.nonFinite);
      Golden.check("non-finite-stop.txt", stopped.getMessage() + "\n");
      assertTrue(bad > 1, "a step before it");
      same(recorder.states.get(bad - 2), trainer.state(), NonFinite.STOPPED);
    }
  }

  /** All tensors but one. */
  private static void same(RunState before, RunState after, String except) {
    assertEquals(before.tensors().keySet(), after.tensors().keySet());
    before
        .tensors()
        .forEach(
            (name, tensor) -> {
              if (!name.equals(except)) {
                assertArrayEquals(tensor.values(), after.tensor(name).values(), name);
              }
            });
  }

  @Test
  void aStoppedTrainingStaysStoppedUntilItIsCleared() {
    try (Trainer trainer = trainer(momentum()).epochs(2).build()) {
      assertThrows(NonFiniteGradientException.class, () -> trainer.fit(data(true)));
      long step = trainer.position().step();
      assertEquals(
          "A non-finite gradient has stopped this training: look into it, then call clearStop()",
          assertThrows(IllegalStateException.class, () -> trainer.fit(data(true))).getMessage());
      assertEquals(step, trainer.position().step());
      trainer.clearStop();
      assertEquals(FitResult.Ending.FINISHED, trainer.fit(data(false)).ending());
    }
  }

  @Test
  void skipLeavesNoTraceOfTheBatch() {
    Recorder recorder = new Recorder();
    GradientTransform chain =
        Chain.of(new NonFinite(NonFinite.Policy.SKIP_STEP), new Tiny.Momentum(0.01, 0.9));
    try (Trainer trainer = trainer(chain).epochs(2).listener(recorder).build()) {
      FitResult result = trainer.fit(data(true));
      assertEquals(FitResult.Ending.FINISHED, result.ending());
      assertEquals(2, result.skipped());
      assertEquals(2, recorder.nonFinite.size());
      assertFalse(recorder.nonFinite.get(0).stopped());
      assertEquals(4, trainer.store().read("count")[0]);
      int bad = (int) recorder.nonFinite.get(1).step();
      RunState before = recorder.states.get(bad - 2);
      RunState after = recorder.states.get(bad - 1);
      same(before, after, NonFinite.SKIPPED);
      assertTrue(Double.isFinite(result.epochs().get(0).loss()), "the mean leaves the step out");
    }
  }

  @Test
  void propagateLetsNaNThroughAndTellsNobody() {
    Recorder recorder = new Recorder();
    GradientTransform chain =
        Chain.of(new NonFinite(NonFinite.Policy.PROPAGATE), new Tiny.Momentum(0.01, 0.9));
    try (Trainer trainer = trainer(chain).listener(recorder).build()) {
      FitResult result = trainer.fit(data(true));
      assertEquals(FitResult.Ending.FINISHED, result.ending());
      assertEquals(List.of(), recorder.nonFinite);
      assertTrue(Double.isNaN(result.epochs().get(0).loss()));
    }
  }

  @Test
  void theFirstBadTensorInBackwardOrderIsFound() {
    Initializer zeros = Initializers.zeros();
    Layout layout =
        Layout.of(
            List.of(
                new Parameter("a/weight", "a", Shape.of(2), Kind.WEIGHT, 0, zeros),
                new Parameter("b/weight", "b", Shape.of(3), Kind.WEIGHT, 0, zeros),
                new Parameter("b/bias", "b", Shape.of(2), Kind.BIAS, 0, zeros),
                new Parameter("c/weight", "c", Shape.of(2), Kind.WEIGHT, 0, zeros)));
    float[] gradients = new float[layout.size()];
    assertThrows(IllegalStateException.class, () -> NonFiniteTensor.find(layout, gradients));
    gradients[layout.offset(0)] = Float.NaN;
    gradients[layout.offset(1) + 1] = Float.NEGATIVE_INFINITY;
    gradients[layout.offset(1) + 2] = Float.NaN;
    assertEquals(
        new NonFiniteTensor("b", "b/weight", 1, Float.NEGATIVE_INFINITY, 2, 3, List.of("c")),
        NonFiniteTensor.find(layout, gradients));
    gradients[layout.offset(1) + 1] = 0;
    gradients[layout.offset(1) + 2] = 0;
    assertEquals(
        new NonFiniteTensor("a", "a/weight", 0, Float.NaN, 1, 2, List.of("b", "c")),
        NonFiniteTensor.find(layout, gradients));
  }
}
