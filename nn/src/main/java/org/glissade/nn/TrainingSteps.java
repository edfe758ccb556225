package org.glissade.nn;

import org.glissade.backend.Program;
import org.glissade.backend.Session;
import org.glissade.data.Dataset;
import org.glissade.data.Field;
import org.glissade.random.Seed;
import org.glissade.random.Shuffle;
import org.glissade.tensor.Shape;
import org.jspecify.annotations.Nullable;

/** The programs of one training's steps, bound to its data: the whole batches and the tail. */
final class TrainingSteps {
  private final Session session;
  private final Seed seed;
  private final int batch;
  private final int examples;
  private final @Nullable Program whole;
  private final @Nullable Program tail;
  private final int[] order;
  private final Purpose.Train purpose;

  TrainingSteps(Programs programs, TrainerSettings settings, Dataset data) {
    this.session = programs.session();
    this.seed = Seed.of(settings.seed()).stream("shuffle");
    this.batch = settings.batch();
    this.examples = data.size();
    this.order = new int[examples];
    Examples kind = Examples.of(data);
    int rest = examples % batch;
    this.whole = examples < batch ? null : program(programs, settings, kind, batch);
    this.tail = rest == 0 ? null : program(programs, settings, kind, rest);
    this.purpose = purpose(settings, kind, Math.min(batch, examples));
    session.bind("train.features", data.features());
    session.bind("train.targets", data.targets());
  }

  private static Program program(
      Programs programs, TrainerSettings settings, Examples data, int size) {
    return programs.get(purpose(settings, data, size));
  }

  private static Purpose.Train purpose(TrainerSettings settings, Examples data, int size) {
    return new Purpose.Train(size, data, settings.chain(), settings.norms(), settings.measured());
  }

  /** What the first step of an epoch is for. */
  Purpose.Train purpose() {
    return purpose;
  }

  /** Steps of an epoch. */
  int count() {
    return (examples + batch - 1) / batch;
  }

  /** Examples of a step of the epoch, counted from 0. */
  int size(int step) {
    return Math.min(batch, examples - step * batch);
  }

  /** Examples of the epoch from a step on. */
  long examples(int step) {
    return examples - (long) step * batch;
  }

  /** Where in the epoch the steps end that have the program of one of them. */
  int end(int step) {
    return size(step) == batch ? examples / batch : count();
  }

  /** Shuffles for an epoch and goes to a step of it. */
  void begin(int epoch, int step) {
    Shuffle.permutation(seed, epoch, order);
    session.bind("train.order", Field.i32(Shape.of(), order));
    moveTo(step);
  }

  /** Goes to a step of the epoch. */
  void moveTo(int step) {
    session.store().write(ModelPrograms.POSITION, (double) step * batch);
  }

  /** The program of a step of the epoch, counted from 0. */
  Program at(int step) {
    Program program = size(step) == batch ? whole : tail;
    if (program == null) {
      throw new IllegalStateException("An epoch has %d steps, not %d".formatted(count(), step));
    }
    return program;
  }
}
