package org.glissade.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.glissade.data.Dataset;
import org.glissade.data.Field;
import org.glissade.nn.checkpoint.Checkpoint;
import org.glissade.nn.checkpoint.CheckpointListener;
import org.glissade.random.Seed;
import org.glissade.random.Shuffle;
import org.glissade.reference.ReferenceBackend;
import org.glissade.tensor.Shape;
import org.glissade.transform.Chain;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.NonFinite;
import org.glissade.transform.NonFinite.Policy;
import org.glissade.transform.NonFinite.Rollback;
import org.glissade.transform.State;
import org.glissade.transform.StepContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One epoch of 600 batches, of which the 500th is NaN. */
class PoisonTest {
  private static final int BATCH = 4;
  private static final int BATCHES = 600;
  private static final int BAD = 500;

  @TempDir private Path folder;

  /** Momentum and a rate that is a setting. */
  private record Descent(double rate) implements GradientTransform {
    @Override
    public Gradients apply(Gradients gradients, StepContext step) {
      State velocity = step.state("velocity", gradients.zeros());
      Gradients next = velocity.set(velocity.old().times(0.5).plus(gradients));
      return next.times(step.setting("rate", rate));
    }

    @Override
    public String name() {
      return "descent";
    }
  }

  /** Points by quadrant, in floats; those of some batches of the epoch of a seed are NaN. */
  private static Dataset data(long seed, int... poisoned) {
    Dataset bytes = Tiny.quadrants("train", BATCH * BATCHES, 1);
    float[] floats = floats(bytes.features());
    int[] order = new int[BATCH * BATCHES];
    Shuffle.permutation(Seed.of(seed).stream("shuffle"), 0, order);
    for (int batch : poisoned) {
      floats[2 * order[(batch - 1) * BATCH + 1]] = Float.NaN;
    }
    return new Points("train", Field.f32(Shape.of(2), floats), bytes.targets());
  }

  /** A data set that nobody has checked. */
  private record Points(String name, Field features, Field targets) implements Dataset {
    @Override
    public int classes() {
      return 4;
    }
  }

  private static Model model() {
    return new Model(
        Sequential.of(new Dense(8), new Tanh(), new Dropout(0.1), new Dense(4)),
        Shape.of(2),
        new SoftmaxCrossEntropy(),
        1 / 128.0);
  }

  private static TrainerBuilder trainer(NonFinite policy, long seed) {
    return Trainer.of(model(), Chain.of(policy, new Descent(0.2)))
        .backend(new ReferenceBackend())
        .seed(seed)
        .batch(BATCH);
  }

  private static Rollback half(int every, int keep) {
    return new Rollback(0.5, every, keep);
  }

  private static NonFinite rollback(int limit, Rollback way) {
    return new NonFinite(Policy.ROLLBACK, limit, way);
  }

  /** States after some steps, and where the training went back. */
  private static final class Recorder implements TrainingListener {
    private final List<RollbackEvent> back = new ArrayList<>();
    private final List<RunState> states = new ArrayList<>();

    @Override
    public void rolledBack(RollbackEvent event) {
      back.add(event);
    }

    @Override
    public void stepped(StepEvent event) {
      if (event.step() % 50 == 0) {
        states.add(event.run().state());
      }
    }
  }

  @Test
  void skipIsAsIfTheBatchHadNotBeen() {
    SortedMap<String, double[]> poisoned;
    try (Trainer trainer = trainer(new NonFinite(Policy.SKIP_STEP), 3).build()) {
      assertEquals(1, trainer.fit(data(3, BAD)).skipped());
      poisoned = trainer.store().snapshot();
    }
    TrainingListener[] stop = new TrainingListener[1];
    Trainer[] self = new Trainer[1];
    stop[0] =
        new TrainingListener() {
          @Override
          public void stepped(StepEvent event) {
            if (event.step() == BAD - 1) {
              self[0].stop();
            }
          }
        };
    try (Trainer clean = trainer(new NonFinite(Policy.SKIP_STEP), 3).listener(stop[0]).build()) {
      self[0] = clean;
      clean.fit(data(3));
      clean.resume(withoutTheNextBatch(clean.state()));
      Dataset again = data(3);
      assertEquals(0, clean.fit(again).skipped());
      SortedMap<String, double[]> without = clean.store().snapshot();
      assertEquals(without.keySet(), poisoned.keySet());
      without.put(NonFinite.SKIPPED, new double[] {1});
      without.forEach((key, values) -> assertArrayEquals(values, poisoned.get(key), key));
    }
  }

  private static RunState withoutTheNextBatch(RunState state) {
    TrainingPosition at = state.position();
    assertEquals(BAD - 1, at.batch());
    return new RunState(
        state.identity(),
        new TrainingPosition(
            at.epoch(), at.batch() + 1, at.step() + 1, at.lossSum(), at.lossCount()),
        state.patience(),
        state.tensors());
  }

  @Test
  void stopNamesTheLayer() {
    try (Trainer trainer = trainer(new NonFinite(Policy.STOP), 3).build()) {
      NonFiniteGradientException stopped =
          assertThrows(NonFiniteGradientException.class, () -> trainer.fit(data(3, BAD)));
      assertEquals(BAD, stopped.event().step());
      assertEquals("dense-2", stopped.event().where().layer());
    }
  }

  @Test
  void rollbackGoesBackAndOnWithALowerRate() {
    Recorder recorder = new Recorder();
    try (Trainer trainer = trainer(rollback(5, half(200, 2)), 3).listener(recorder).build()) {
      FitResult result = trainer.fit(data(3, BAD));
      assertEquals(FitResult.Ending.FINISHED, result.ending());
      assertEquals(BATCHES, result.position().step());
      assertEquals(1, result.skipped());
      assertEquals(1, recorder.back.size());
      RollbackEvent back = recorder.back.get(0);
      assertEquals(BAD, back.step());
      assertEquals(400, back.to());
      assertEquals(1, back.count());
      assertEquals(java.util.Map.of("descent/rate", 0.1), back.rates());
      assertEquals(0.1, trainer.store().read("descent/rate")[0]);
      assertEquals(400 + BATCHES - BAD, trainer.store().read("count")[0]);
      RunState kept = recorder.states.get(400 / 50 - 1);
      RunState after = recorder.states.get(BAD / 50 - 1);
      kept.tensors()
          .forEach(
              (name, tensor) -> {
                if (!name.equals(NonFinite.SKIPPED) && !name.equals("descent/rate")) {
                  assertArrayEquals(tensor.values(), after.tensor(name).values(), name);
                }
              });
      recorder.states.forEach(state -> assertEquals(Optional.empty(), state.complaint()));
    }
  }

  @Test
  void rollbackGoesFurtherBackEachTimeAndThenStops() {
    Recorder recorder = new Recorder();
    try (Trainer trainer = trainer(rollback(3, half(100, 3)), 3).listener(recorder).build()) {
      NonFiniteGradientException stopped =
          assertThrows(
              NonFiniteGradientException.class,
              () -> trainer.fit(data(3, BAD - 40, BAD - 39, BAD - 38, BAD - 37)));
      assertEquals(
          List.of(400L, 300L, 200L), recorder.back.stream().map(RollbackEvent::to).toList());
      assertEquals(BAD - 37, stopped.event().step());
      assertTrue(
          String.valueOf(stopped.getMessage())
              .contains("The training has gone back 3 times already"),
          stopped.getMessage());
      assertEquals(0.025, trainer.store().read("descent/rate")[0]);
    }
  }

  @Test
  void rollbackEndsWhereCleanRunsEnd() {
    SummaryStatistics clean = new SummaryStatistics();
    SummaryStatistics rolled = new SummaryStatistics();
    for (long seed = 1; seed <= 5; seed++) {
      clean.addValue(accuracy(seed, new NonFinite(Policy.STOP), data(seed)));
      rolled.addValue(accuracy(seed, rollback(5, half(100, 3)), data(seed, BAD)));
    }
    double error = Math.sqrt((clean.getVariance() + rolled.getVariance()) / 5);
    String found = "clean %s, rolled back %s".formatted(clean, rolled);
    assertTrue(clean.getMean() > 0.8, found);
    assertTrue(error > 0, found);
    assertEquals(clean.getMean(), rolled.getMean(), 3 * error, found);
  }

  private static double accuracy(long seed, NonFinite policy, Dataset data) {
    try (Trainer trainer = trainer(policy, seed).build()) {
      trainer.fit(data);
      Dataset bytes = Tiny.quadrants("test", 400, 2);
      Field points = Field.f32(Shape.of(2), floats(bytes.features()));
      return trainer.evaluate(new Points("test", points, bytes.targets())).accuracy();
    }
  }

  private static float[] floats(Field points) {
    float[] floats = new float[2 * points.count()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) points.value(i / 2, i % 2) - 127.5f;
    }
    return floats;
  }

  @Test
  void aStreakOfSkippedStepsStopsAndNamesTheLayer() {
    NonFinite policy = new NonFinite(Policy.SKIP_STEP, 3, Rollback.USUAL);
    try (Trainer trainer = trainer(policy, 3).build()) {
      NonFiniteGradientException stopped =
          assertThrows(
              NonFiniteGradientException.class, () -> trainer.fit(data(3, 10, 11, 20, 21, 22, 23)));
      assertEquals(22, stopped.event().step());
      assertTrue(stopped.event().stopped());
      assertTrue(
          String.valueOf(stopped.getMessage())
              .contains("3 steps in a row were skipped, which is the limit"),
          stopped.getMessage());
      assertTrue(
          String.valueOf(stopped.getMessage()).contains("gradient of dense-2/"),
          stopped.getMessage());
      assertFalse(Arrays.stream(trainer.store().read("parameters")).anyMatch(Double::isNaN));
    }
  }

  @Test
  void rollbackNeedsARateThatCanBeLowered() {
    Chain chain = Chain.of(new NonFinite(Policy.ROLLBACK), new Tiny.Momentum(0.1, 0.9));
    try (Trainer trainer =
        Trainer.of(Tiny.model(), chain).backend(new ReferenceBackend()).build()) {
      assertEquals(
          "non-finite(rollback) lowers the rate by factor=0.5, but no link of the chain has a rate"
              + " that can be changed: give the rate as a number, or set factor=1",
          assertThrows(
                  IllegalArgumentException.class, () -> trainer.fit(Tiny.quadrants("train", 20, 1)))
              .getMessage());
    }
  }

  @Test
  void aCheckpointIsNeverOfWeightsThatAreNotFinite() throws IOException {
    try (Trainer trainer =
        trainer(new NonFinite(Policy.PROPAGATE), 3)
            .listener(CheckpointListener.everySteps(folder, 100, 2))
            .build()) {
      ListenerException failure =
          assertThrows(ListenerException.class, () -> trainer.fit(data(3, BAD)));
      String message = String.valueOf(failure.getCause());
      assertTrue(message.contains("was not written"), message);
      assertTrue(message.contains("descent/velocity:dense-1/bias: element 0 is NaN"), message);
      List<Path> kept = files();
      assertEquals(2, kept.size());
      for (Path file : kept) {
        assertEquals(Optional.empty(), Checkpoint.read(file).complaint());
      }
    }
  }

  @Test
  void nothingThatIsSavedIsNonFinite() throws IOException {
    assertSavedStatesAreFinite(rollback(5, half(50, 3)), 60);
  }

  @Test
  void nothingThatIsSavedBesideSkippedStepsIsNonFinite() throws IOException {
    assertSavedStatesAreFinite(new NonFinite(Policy.SKIP_STEP), 60);
  }

  /** Not even that of the bad step, which says that the chain has stopped. */
  @Test
  void nothingThatIsSavedBeforeAStopIsNonFinite() throws IOException {
    assertSavedStatesAreFinite(new NonFinite(Policy.STOP), 24);
  }

  /** Two epochs, so that checkpoints of the second hold the best; the bad example comes in each. */
  private void assertSavedStatesAreFinite(NonFinite policy, int checkpoints) throws IOException {
    try (Trainer trainer =
        trainer(policy, 4)
            .epochs(2)
            .earlyStopping(EarlyStopping.patience(3))
            .listener(CheckpointListener.everySteps(folder, 20, 100))
            .build()) {
      try {
        trainer.fit(data(4, BAD), data(4));
      } catch (NonFiniteGradientException stopped) {
        assertEquals(Policy.STOP, policy.policy());
      }
      assertFinite(trainer.state());
    }
    List<Path> all = files();
    assertEquals(checkpoints, all.size());
    for (Path file : all) {
      assertFinite(Checkpoint.read(file));
    }
  }

  private static void assertFinite(RunState state) {
    state.tensors().forEach(PoisonTest::assertFinite);
    state.patience().tensors().forEach(PoisonTest::assertFinite);
  }

  private static void assertFinite(String name, NamedTensor tensor) {
    assertTrue(Arrays.stream(tensor.values()).allMatch(Double::isFinite), name);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
