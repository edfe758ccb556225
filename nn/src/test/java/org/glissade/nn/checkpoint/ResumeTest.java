package org.glissade.nn.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.glissade.data.Dataset;
import org.glissade.nn.CheckpointEvent;
import org.glissade.nn.EarlyStopping;
import org.glissade.nn.FitResult;
import org.glissade.nn.ListenerException;
import org.glissade.nn.NamedTensor;
import org.glissade.nn.RunState;
import org.glissade.nn.StepEvent;
import org.glissade.nn.Tiny;
import org.glissade.nn.Trainer;
import org.glissade.nn.TrainerBuilder;
import org.glissade.nn.TrainingListener;
import org.glissade.reference.ReferenceBackend;
import org.glissade.tensor.ShapeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumeTest {
  private static final Dataset TRAIN = Tiny.quadrants("train", 100, 1);
  private static final Dataset TEST = Tiny.quadrants("test", 50, 2);

  @TempDir private Path folder;

  private static void assertSame(RunState expected, RunState actual) {
    assertEquals(expected.position(), actual.position());
    assertEquals(expected.patience().best(), actual.patience().best());
    assertEquals(expected.patience().waited(), actual.patience().waited());
    assertSame(expected.tensors(), actual.tensors());
    assertSame(expected.patience().tensors(), actual.patience().tensors());
  }

  private static void assertSame(
      Map<String, NamedTensor> expected, Map<String, NamedTensor> actual) {
    assertEquals(expected.keySet(), actual.keySet());
    expected.forEach(
        (name, tensor) ->
            assertArrayEquals(
                tensor.values(), Objects.requireNonNull(actual.get(name)).values(), name));
  }

  @Test
  void everyCheckpointLeadsToTheSameEnd() {
    RunState end;
    FitResult whole;
    try (Trainer trainer =
        Tiny.trainer(Tiny.model())
            .listener(CheckpointListener.everySteps(folder, 1, 100))
            .build()) {
      whole = trainer.fit(TRAIN, TEST);
      end = trainer.state();
    }
    List<Path> all = Checkpoint.list(folder);
    assertEquals(21, all.size());
    for (Path file : all) {
      try (Trainer trainer = Tiny.trainer(Tiny.model()).build()) {
        trainer.resume(Checkpoint.read(file));
        FitResult rest = trainer.fit(TRAIN, TEST);
        assertSame(end, trainer.state());
        assertEquals(
            whole.epochs().get(2).loss(), rest.epochs().get(rest.epochs().size() - 1).loss());
      }
    }
  }

  @Test
  void earlyStoppingGoesOnWaiting() {
    List<RunState> states = new ArrayList<>();
    TrainingListener recorder =
        new TrainingListener() {
          @Override
          public void stepped(StepEvent event) {
            states.add(event.run().state());
          }
        };
    FitResult whole;
    RunState end;
    try (Trainer trainer =
        restless()
            .listener(recorder)
            .listener(CheckpointListener.everySteps(folder, 1, 999))
            .build()) {
      whole = trainer.fit(TRAIN, TEST);
      end = trainer.state();
    }
    assertEquals(FitResult.Ending.EARLY, whole.ending());
    List<Path> all = Checkpoint.list(folder);
    assertTrue(states.stream().anyMatch(state -> state.patience().waited() == 2), "waits");
    for (int i = 0; i < all.size(); i++) {
      RunState state = Checkpoint.read(all.get(i));
      assertSame(states.get(i), state);
      try (Trainer trainer = restless().build()) {
        trainer.resume(state);
        assertEquals(FitResult.Ending.EARLY, trainer.fit(TRAIN, TEST).ending());
        assertSame(end, trainer.state());
      }
    }
  }

  @Test
  void whatStoppedEarlyIsOverWhenItIsResumed() {
    try (Trainer trainer =
        restless().listener(CheckpointListener.everyEpochs(folder, 1, 1)).build()) {
      trainer.fit(TRAIN, TEST);
      RunState end = trainer.state();
      try (Trainer again = restless().build()) {
        again.resume(Checkpoint.read(Checkpoint.latest(folder).orElseThrow()));
        FitResult result = again.fit(TRAIN, TEST);
        assertEquals(FitResult.Ending.EARLY, result.ending());
        assertEquals(List.of(), result.epochs());
        assertSame(end, again.state());
      }
    }
  }

  /** Steps so long that the validation loss rises again and again. */
  private static TrainerBuilder restless() {
    return Trainer.of(Tiny.model(), new Tiny.Momentum(2, 0.9))
        .backend(new ReferenceBackend())
        .seed(5)
        .batch(16)
        .epochs(100)
        .earlyStopping(EarlyStopping.patience(3));
  }

  @Test
  void evaluationAndPredictionUseTheStateAtOnce() {
    Path file = folder.resolve("a.safetensors");
    double loss;
    try (Trainer trainer = Tiny.trainer(Tiny.model()).build()) {
      trainer.fit(TRAIN);
      loss = trainer.evaluate(TEST).loss();
      Checkpoint.write(file, trainer.state());
    }
    try (Trainer trainer = Tiny.trainer(Tiny.model()).build()) {
      trainer.resume(Checkpoint.read(file));
      assertEquals(loss, trainer.evaluate(TEST).loss());
      float[][] outputs = trainer.predict(TEST.features());
      trainer.fit(TRAIN);
      assertEquals(loss, trainer.evaluate(TEST).loss(), "all epochs are done already");
      assertArrayEquals(outputs[7], trainer.predict(TEST.features())[7]);
    }
  }

  @Test
  void keepsTheLastAndTellsOfEach() {
    List<CheckpointEvent> events = new ArrayList<>();
    TrainingListener recorder =
        new TrainingListener() {
          @Override
          public void checkpointWritten(CheckpointEvent event) {
            events.add(event);
          }
        };
    try (Trainer trainer =
        Tiny.trainer(Tiny.model())
            .listener(CheckpointListener.everyEpochs(folder, 1, 2))
            .listener(recorder)
            .build()) {
      trainer.fit(TRAIN);
    }
    assertEquals(
        List.of(folder.resolve(Checkpoint.name(14)), folder.resolve(Checkpoint.name(21))),
        Checkpoint.list(folder));
    assertEquals(3, events.size());
    assertEquals(folder.resolve(Checkpoint.name(7)), events.get(0).file());
    assertEquals(1, events.get(0).position().epoch());
  }

  @Test
  void aFolderOfALongerRunIsRefusedBeforeTheFirstStep() {
    CheckpointListener listener = CheckpointListener.everyEpochs(folder, 1, 2);
    try (Trainer trainer = Tiny.trainer(Tiny.model()).listener(listener).build()) {
      trainer.fit(TRAIN);
    }
    try (Trainer trainer = Tiny.trainer(Tiny.model()).listener(listener).build()) {
      ListenerException refusal = assertThrows(ListenerException.class, () -> trainer.fit(TRAIN));
      assertEquals(0, trainer.position().step());
      String message = String.valueOf(refusal.getCause());
      assertTrue(
          message.endsWith(
              "checkpoint-000000021.safetensors is of a run that went further than step 0, where"
                  + " this one begins: resume from it, or give another folder"),
          message);
    }
  }

  @Test
  void aStateOfAnotherRunIsRefused() {
    RunState state;
    try (Trainer trainer = Tiny.trainer(Tiny.model()).build()) {
      trainer.fit(TRAIN);
      state = trainer.state();
    }
    try (Trainer other = Tiny.trainer(Tiny.model()).seed(6).build()) {
      assertEquals(
          "The state was written with seed 5 and batch 16, but this trainer has seed 6 and batch"
              + " 16: build it with those of the state",
          assertThrows(IllegalArgumentException.class, () -> other.resume(state)).getMessage());
    }
    try (Trainer other = Tiny.trainer(Tiny.model()).build()) {
      other.resume(state);
      assertEquals(
          "The state was written while training on 100 examples of train, but test has 50: give"
              + " the same data",
          assertThrows(IllegalArgumentException.class, () -> other.fit(TEST)).getMessage());
    }
  }

  @Test
  void aStateOfAnotherModelOrChainIsRefused() {
    RunState state;
    try (Trainer trainer = Tiny.trainer(Tiny.model()).build()) {
      trainer.fit(TRAIN);
      state = trainer.state();
    }
    org.glissade.nn.Model wide =
        new org.glissade.nn.Model(
            org.glissade.nn.Sequential.of(
                new org.glissade.nn.Dense(17),
                new org.glissade.nn.Relu(),
                new org.glissade.nn.Dense(4)),
            org.glissade.tensor.Shape.of(2),
            new org.glissade.nn.SoftmaxCrossEntropy());
    try (Trainer other = Tiny.trainer(wide).build()) {
      other.resume(state);
      assertEquals(
          "parameters:dense-1/bias has shape [16] in the state, but [17] in this model: use the"
              + " model with which it was written",
          assertThrows(ShapeException.class, () -> other.fit(TRAIN)).getMessage());
    }
    try (Trainer other =
        Trainer.of(Tiny.model(), (gradients, step) -> gradients.times(0.1))
            .backend(new org.glissade.reference.ReferenceBackend())
            .seed(5)
            .batch(16)
            .build()) {
      other.resume(state);
      String message =
          String.valueOf(
              assertThrows(IllegalArgumentException.class, () -> other.fit(TRAIN)).getMessage());
      assertTrue(
          message.startsWith(
              "The state does not fit this run: it lacks [], and has"
                  + " [velocity:dense-1/bias, "),
          message);
    }
  }

  @Test
  void settingsAreChecked() {
    assertThrows(IllegalArgumentException.class, () -> CheckpointListener.everySteps(folder, 0, 1));
    assertThrows(
        IllegalArgumentException.class, () -> CheckpointListener.everyEpochs(folder, -1, 1));
    assertEquals(
        "keep must be at least 1, but was 0",
        assertThrows(
                IllegalArgumentException.class, () -> CheckpointListener.everySteps(folder, 1, 0))
            .getMessage());
  }
}
