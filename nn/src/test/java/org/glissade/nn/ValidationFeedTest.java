package org.glissade.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.anyDouble;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.glissade.backend.Store;
import org.glissade.data.Dataset;
import org.glissade.reference.ReferenceBackend;
import org.glissade.tensor.Graph;
import org.glissade.tensor.Shape;
import org.glissade.tensor.Space;
import org.glissade.tensor.Tensor;
import org.glissade.tensor.Variable;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.StepContext;
import org.glissade.transform.Validation;
import org.junit.jupiter.api.Test;

class ValidationFeedTest {
  private static final Dataset TRAIN = Tiny.quadrants("train", 100, 1);
  private static final Dataset TEST = Tiny.quadrants("test", 50, 2);
  private static final int BATCHES = 7;

  /** Steps that are shorter the worse validation was. */
  private record Careful() implements GradientTransform {
    @Override
    public Gradients apply(Gradients gradients, StepContext step) {
      Tensor loss = step.validation(Validation.LOSS);
      Tensor error = step.validation(Validation.ERROR);
      step.report("loss", gradients.scalar(loss));
      step.report("error", gradients.scalar(error));
      step.report("count", gradients.scalar(step.validation(Validation.COUNT)));
      return gradients.times(loss.plus(error).plus(1).reciprocalOrZero());
    }

    @Override
    public String name() {
      return "careful";
    }
  }

  /** What each step knows, what each epoch finds, and the state after each step. */
  private static final class Recorder implements TrainingListener {
    private final List<double[]> known = new ArrayList<>();
    private final List<Evaluation> found = new ArrayList<>();
    private final List<RunState> states = new ArrayList<>();

    @Override
    public void stepped(StepEvent event) {
      TrainingRun run = event.run();
      known.add(
          new double[] {run.report("loss")[0], run.report("error")[0], run.report("count")[0]});
      states.add(run.state());
    }

    @Override
    public void epochEnded(EpochEvent event) {
      found.add(event.validation().orElseThrow());
    }
  }

  private static Trainer trainer(TrainingListener listener) {
    return Trainer.of(Tiny.model(), new Careful())
        .backend(new ReferenceBackend())
        .seed(5)
        .batch(16)
        .epochs(3)
        .listener(listener)
        .build();
  }

  @Test
  void eachStepKnowsTheLastEvaluationAndSoDoesOneThatIsResumed() {
    Recorder recorder = new Recorder();
    double[] end;
    try (Trainer trainer = trainer(recorder)) {
      trainer.fit(TRAIN, TEST);
      end = trainer.store().read(Variable.PARAMETERS);
      assertEquals(3, trainer.store().read(Validation.COUNT.key())[0]);
    }
    for (int step = 0; step < 3 * BATCHES; step++) {
      int epoch = step / BATCHES;
      double[] expected = {0, 0, 0};
      if (epoch > 0) {
        Evaluation last = recorder.found.get(epoch - 1);
        expected = new double[] {last.loss(), 1 - last.accuracy(), epoch};
      }
      assertArrayEquals(expected, recorder.known.get(step), "step " + (step + 1));
    }
    for (RunState state : recorder.states) {
      try (Trainer trainer = trainer(new TrainingListener() {})) {
        trainer.resume(state);
        trainer.fit(TRAIN, TEST);
        assertArrayEquals(end, trainer.store().read(Variable.PARAMETERS));
      }
    }
  }

  @Test
  void withoutValidationThereIsNothingToGoBy() {
    try (Trainer trainer = trainer(new TrainingListener() {})) {
      assertEquals(
          "The chain goes by what validation finds: call fit with validation data too",
          assertThrows(IllegalArgumentException.class, () -> trainer.fit(TRAIN)).getMessage());
    }
  }

  private static Store store(Validation... asked) {
    Graph graph = new Graph();
    Map<String, Variable> variables = new TreeMap<>();
    for (Validation number : asked) {
      Variable.Role role = Variable.Role.SETTING;
      variables.put(
          number.key(),
          new Variable(number.key(), role, Space.SCALAR, Shape.of(), graph.scalar(0)));
    }
    Store store = mock(Store.class);
    when(store.variables()).thenReturn(new TreeMap<>(variables));
    when(store.read(anyString())).thenReturn(new double[] {4});
    return store;
  }

  private static Evaluation evaluation(double loss) {
    return new Evaluation(1, loss, Optional.empty(), Map.of());
  }

  @Test
  void aLossThatIsNotFiniteIsTheWorstAndLeavesTheStateGood() {
    Store store = store(Validation.LOSS, Validation.COUNT);
    new ValidationFeed(store).tell(evaluation(Double.NaN));
    verify(store).write("validation/loss", Double.MAX_VALUE);
    verify(store).write("validation/count", 5);
  }

  @Test
  void aLossWithoutClassesHasNoWrongOnes() {
    Store store = store(Validation.ERROR, Validation.COUNT);
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class, () -> new ValidationFeed(store).tell(evaluation(1)));
    assertTrue(
        String.valueOf(refusal.getMessage()).endsWith("let it go by validation-loss"),
        refusal.getMessage());
    verify(store, never()).write(anyString(), anyDouble());
  }

  @Test
  void whoDoesNotAskIsNotTold() {
    Store store = store();
    new ValidationFeed(store).tell(evaluation(1));
    verify(store, never()).write(anyString(), anyDouble());
  }
}
