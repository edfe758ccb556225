package org.glissade.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.glissade.backend.Backend;
import org.glissade.data.Dataset;
import org.glissade.data.Field;
import org.glissade.nn.checkpoint.CheckpointListener;
import org.glissade.nn.telemetry.CsvListener;
import org.glissade.random.Seed;
import org.glissade.random.Shuffle;
import org.glissade.reference.ReferenceBackend;
import org.glissade.tensor.Shape;
import org.glissade.transform.Chain;
import org.glissade.transform.NonFinite;
import org.glissade.transform.NonFinite.Policy;
import org.glissade.transform.NonFinite.Rollback;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Steps that are made several at a time are those that are made one by one. */
class StepLoopTest {
  private static final int BATCH = 4;
  private static final int STEPS = 51;
  private static final int TAIL = 3;
  private static final int BAD = 29;
  private static final long SEED = 3;

  @TempDir private Path folder;

  /** Fifty batches and three examples; those of one step of the first epoch may be NaN. */
  private static Dataset data(boolean poisoned) {
    int count = BATCH * (STEPS - 1) + TAIL;
    Dataset bytes = Tiny.quadrants("train", count, 1);
    float[] points = new float[2 * count];
    byte[] from = (byte[]) bytes.features().array();
    for (int i = 0; i < points.length; i++) {
      points[i] = from[i] & 0xff;
    }
    if (poisoned) {
      int[] order = new int[count];
      Shuffle.permutation(Seed.of(SEED).stream("shuffle"), 0, order);
      points[2 * order[BATCH * (BAD - 1)]] = Float.NaN;
    }
    return new Points("train", Field.f32(Shape.of(2), points), bytes.targets());
  }

  private record Points(String name, Field features, Field targets) implements Dataset {
    @Override
    public int classes() {
      return 4;
    }
  }

  private static TrainerBuilder trainer(Backend backend, NonFinite policy) {
    return Trainer.of(Tiny.model(), Chain.of(policy, new Tiny.Momentum(0.05, 0.5)))
        .backend(backend)
        .seed(SEED)
        .batch(BATCH)
        .norms()
        .epochs(2);
  }

  private static TrainerBuilder trainer(Backend backend) {
    return trainer(backend, new NonFinite(Policy.STOP));
  }

  /** Hears of steps, says which are due, and does something behind each. */
  private static final class Ear implements TrainingListener {
    private final LongUnaryOperator due;
    private final Consumer<StepEvent> behind;
    private final List<String> heard = new ArrayList<>();
    private final List<NonFiniteEvent> bad = new ArrayList<>();

    Ear(LongUnaryOperator due, Consumer<StepEvent> behind) {
      this.due = due;
      this.behind = behind;
    }

    @Override
    public long due(long step) {
      return due.applyAsLong(step);
    }

    @Override
    public void stepped(StepEvent event) {
      StringBuilder line = new StringBuilder();
      line.append(event.step()).append(' ').append(event.loss());
      for (double norm : event.run().norms()) {
        line.append(' ').append(norm);
      }
      line.append(' ').append(event.run().report("momentum/norm")[0]);
      heard.add(line.toString());
      behind.accept(event);
    }

    @Override
    public void nonFinite(NonFiniteEvent event) {
      bad.add(event);
    }
  }

  private static long never(long step) {
    return Long.MAX_VALUE;
  }

  private static Ear ear(LongUnaryOperator due) {
    return new Ear(due, event -> {});
  }

  private static void same(SortedMap<String, double[]> expected, Trainer actual) {
    SortedMap<String, double[]> own = actual.store().snapshot();
    assertEquals(expected.keySet(), own.keySet());
    expected.forEach((key, values) -> assertArrayEquals(values, own.get(key), key));
  }

  private static List<Double> losses(FitResult result) {
    return result.epochs().stream().map(EpochEvent::loss).toList();
  }

  /** Eight at a time, what is left of the whole batches, and the tail. */
  private static List<Integer> twoEpochs() {
    List<Integer> one = new ArrayList<>(Collections.nCopies(6, 8));
    one.addAll(List.of(2, 1));
    List<Integer> both = new ArrayList<>(one);
    both.addAll(one);
    return both;
  }

  @Test
  void eachIsHeardWithItsOwnNumbers() {
    Ear expected = ear(step -> step + 1);
    Ear late = ear(StepLoopTest::never);
    KeepingBackend keeping = new KeepingBackend();
    List<Integer> made = new ArrayList<>();
    Ear counting = new Ear(StepLoopTest::never, event -> made.add(keeping.runs()));
    try (Trainer one = trainer(new ReferenceBackend()).listener(expected).build();
        Trainer other = trainer(keeping).listener(late).listener(counting).build()) {
      List<Double> losses = losses(one.fit(data(false)));
      assertEquals(losses, losses(other.fit(data(false))));
      assertEquals(twoEpochs(), keeping.asked());
      same(one.store().snapshot(), other);
    }
    assertEquals(expected.heard, late.heard);
    assertEquals(2 * STEPS, late.heard.size());
    assertEquals(16, made.get(0), "the next are under way when the first is told");
    assertEquals(24, made.get(8));
    assertEquals(50, made.get(49));
    assertEquals(51, made.get(50));
  }

  @Test
  void withoutListenersNobodyIsWaitedFor() {
    KeepingBackend keeping = new KeepingBackend();
    try (Trainer one = trainer(new ReferenceBackend()).build();
        Trainer other = trainer(keeping).build()) {
      assertEquals(losses(one.fit(data(false))), losses(other.fit(data(false))));
      assertEquals(one.position(), other.position());
      same(one.store().snapshot(), other);
    }
    assertEquals(twoEpochs(), keeping.asked());
  }

  @Test
  void aListenerThatSaysNothingHearsOfEachBeforeTheNext() {
    KeepingBackend keeping = new KeepingBackend();
    List<Integer> made = new ArrayList<>();
    TrainingListener each =
        new TrainingListener() {
          @Override
          public void stepped(StepEvent event) {
            made.add(keeping.runs());
            assertEquals(event.step(), event.run().state().position().step());
          }
        };
    try (Trainer trainer =
        trainer(keeping).listener(ear(StepLoopTest::never)).listener(each).build()) {
      trainer.fit(data(false));
    }
    assertEquals(IntStream.rangeClosed(1, 2 * STEPS).boxed().toList(), made);
  }

  @Test
  void checkpointsAndRowsAreThoseOfSingleSteps() throws IOException {
    KeepingBackend keeping = new KeepingBackend();
    for (Backend backend : List.of(new ReferenceBackend(), keeping)) {
      Path own = Files.createDirectory(folder.resolve(backend == keeping ? "several" : "single"));
      try (CsvListener rows = new CsvListener(own.resolve("steps.csv"));
          Trainer trainer =
              trainer(backend)
                  .listener(rows)
                  .listener(CheckpointListener.everySteps(own, 20, 9))
                  .build()) {
        trainer.fit(data(false));
      }
    }
    List<Integer> first = List.of(8, 8, 4, 8, 8, 4, 8, 2, 1, 8, 1);
    assertEquals(first, keeping.asked().subList(0, first.size()));
    for (String file : List.of("steps.csv", "checkpoint-000000020.safetensors")) {
      Path single = folder.resolve("single").resolve(file);
      assertEquals(-1, Files.mismatch(single, folder.resolve("several").resolve(file)), file);
    }
  }

  @Test
  void aStopIsThatOfSingleSteps() {
    KeepingBackend keeping = new KeepingBackend();
    Ear expected = ear(step -> step + 1);
    Ear late = ear(StepLoopTest::never);
    try (Trainer one = trainer(new ReferenceBackend()).listener(expected).build();
        Trainer other = trainer(keeping).listener(late).build()) {
      String message = stopped(one).getMessage();
      assertEquals(message, stopped(other).getMessage());
      assertEquals(expected.heard, late.heard);
      assertEquals(BAD - 1, late.heard.size());
      assertEquals(expected.bad, late.bad);
      assertEquals(one.position(), other.position());
      assertEquals(40 + 1, keeping.runs(), "the bad one once more, for its gradients");
      same(one.store().snapshot(), other);
      assertEquals(
          one.store().read(ModelPrograms.POSITION)[0],
          other.store().read(ModelPrograms.POSITION)[0]);
      one.clearStop();
      other.clearStop();
      Dataset clean = data(false);
      assertEquals(losses(one.fit(clean)), losses(other.fit(clean)));
      same(one.store().snapshot(), other);
    }
  }

  private static NonFiniteGradientException stopped(Trainer trainer) {
    return assertThrows(NonFiniteGradientException.class, () -> trainer.fit(data(true)));
  }

  @Test
  void skippedStepsAreLookedIntoOnlyWhereSomebodyHears() {
    KeepingBackend keeping = new KeepingBackend();
    NonFinite skip = new NonFinite(Policy.SKIP_STEP);
    Ear ear = ear(StepLoopTest::never);
    try (Trainer one = trainer(new ReferenceBackend(), skip).build();
        Trainer other = trainer(keeping, skip).build();
        Trainer heard = trainer(new KeepingBackend(), skip).listener(ear).build()) {
      FitResult result = one.fit(data(true));
      assertEquals(2, result.skipped());
      assertEquals(losses(result), losses(other.fit(data(true))));
      assertEquals(twoEpochs(), keeping.asked());
      same(one.store().snapshot(), other);
      heard.fit(data(true));
      same(one.store().snapshot(), heard);
      assertEquals(BAD, ear.bad.get(0).step());
      assertEquals("dense-2", ear.bad.get(0).where().layer());
    }
  }

  @Test
  void whatCountsOrGoesBackLooksAtEachStep() {
    Rollback often = new Rollback(1, 10, 2);
    for (NonFinite policy :
        List.of(
            new NonFinite(Policy.SKIP_STEP, 3, Rollback.USUAL),
            new NonFinite(Policy.ROLLBACK, 5, often))) {
      KeepingBackend keeping = new KeepingBackend();
      try (Trainer one = trainer(new ReferenceBackend(), policy).build();
          Trainer other = trainer(keeping, policy).build()) {
        assertEquals(losses(one.fit(data(true))), losses(other.fit(data(true))));
        same(one.store().snapshot(), other);
      }
      assertEquals(Collections.nCopies(2 * STEPS, 1), keeping.asked());
    }
  }

  @Test
  void whoStopsInTimeStopsThereAndWhoStopsLateStopsBehindWhatWasMade() {
    Trainer[] self = new Trainer[1];
    Consumer<StepEvent> atTwentyOne =
        event -> {
          if (event.step() == 21) {
            self[0].stop();
          }
        };
    Ear inTime = new Ear(step -> step < 21 ? 21 : Long.MAX_VALUE, atTwentyOne);
    try (Trainer trainer = trainer(new KeepingBackend()).listener(inTime).build()) {
      self[0] = trainer;
      assertEquals(FitResult.Ending.STOPPED, trainer.fit(data(false)).ending());
      assertEquals(21, trainer.position().step());
    }
    Ear late = new Ear(StepLoopTest::never, atTwentyOne);
    try (Trainer trainer = trainer(new KeepingBackend()).listener(late).build()) {
      self[0] = trainer;
      assertEquals(FitResult.Ending.STOPPED, trainer.fit(data(false)).ending());
      assertEquals(32, trainer.position().step());
      assertEquals(32, late.heard.size());
      assertEquals(32, trainer.state().position().step());
    }
  }

  @Test
  void whoFailsLateEndsItBehindWhatWasMade() {
    Ear failing =
        new Ear(
            StepLoopTest::never,
            event -> {
              if (event.step() == 3 || event.step() == 5) {
                throw new IllegalStateException("no room for step " + event.step());
              }
            });
    Ear other = ear(StepLoopTest::never);
    try (Trainer trainer = trainer(new KeepingBackend()).listener(failing).listener(other).build();
        Trainer undisturbed = trainer(new ReferenceBackend()).build()) {
      Dataset data = data(false);
      ListenerException thrown = assertThrows(ListenerException.class, () -> trainer.fit(data));
      assertEquals(
          "java.lang.IllegalStateException: no room for step 3", String.valueOf(thrown.getCause()));
      assertEquals(
          "java.lang.IllegalStateException: no room for step 5",
          String.valueOf(thrown.getSuppressed()[0].getCause()));
      assertEquals(16, trainer.position().step());
      assertEquals(16, other.heard.size());
      trainer.fit(data);
      undisturbed.fit(data);
      assertEquals(undisturbed.position(), trainer.position());
      same(undisturbed.store().snapshot(), trainer);
    }
  }

  @Test
  void aListenerMustSayWhereItAsksForTheState() {
    Ear asking = new Ear(StepLoopTest::never, event -> event.run().state());
    try (Trainer trainer = trainer(new KeepingBackend()).listener(asking).build()) {
      ListenerException thrown =
          assertThrows(ListenerException.class, () -> trainer.fit(data(false)));
      assertEquals(
          "java.lang.IllegalStateException: The state of step 1 was asked for when later steps were made already: say in due(step) of"
              + " your listener behind which steps it asks for the state",
          String.valueOf(thrown.getCause()));
    }
  }

  @Test
  void aStepThatCannotBeNamedEndsItBetweenSteps() {
    Ear failing =
        ear(
            step -> {
              if (step > 0) {
                throw new IllegalStateException("due when?");
              }
              return Long.MAX_VALUE;
            });
    try (Trainer trainer = trainer(new KeepingBackend()).listener(failing).build()) {
      ListenerException thrown =
          assertThrows(ListenerException.class, () -> trainer.fit(data(false)));
      assertEquals("java.lang.IllegalStateException: due when?", String.valueOf(thrown.getCause()));
      assertEquals(16, failing.heard.size());
      assertEquals(16, trainer.state().position().step());
    }
  }

  @Test
  void checkpointsNameTheStepsBehindWhichTheyAreWritten() {
    CheckpointListener steps = CheckpointListener.everySteps(folder, 5, 1);
    assertArrayEquals(
        new long[] {5, 5, 10, 10}, LongStream.of(0, 4, 5, 9).map(steps::due).toArray());
    assertEquals(Long.MAX_VALUE, CheckpointListener.everyEpochs(folder, 1, 1).due(7));
  }
}
