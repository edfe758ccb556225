package org.glissade.examples;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.glissade.mnist.Mnist;
import org.glissade.nn.RunIdentity;
import org.glissade.nn.RunState;
import org.glissade.nn.TrainingListener;
import org.glissade.nn.TrainingPosition;
import org.glissade.nn.checkpoint.Checkpoint;
import org.glissade.nn.checkpoint.CheckpointException;
import org.glissade.nn.checkpoint.CheckpointListener;

/**
 * Where a run leaves checkpoints, after each hundred steps and each epoch, and the one that it goes
 * on from.
 *
 * @param from empty to begin at the beginning
 */
record Checkpoints(Path folder, Optional<RunState> from) {
  private static final long STEPS = 100;
  private static final int KEPT = 2;

  /** A run that begins, in a folder without checkpoints. */
  static Checkpoints begin(Path folder) {
    Checkpoint.latest(folder)
        .ifPresent(
            file -> {
              throw new InputException(
                  "--checkpoint: %s is there already; add --resume to go on from it, or give another folder"
                      .formatted(file));
            });
    return new Checkpoints(folder, Optional.empty());
  }

  /**
   * A run that goes on from the last checkpoint of the folder, or begins where there is none.
   *
   * @throws InputException if the checkpoint is damaged, or of another run
   */
  static Checkpoints resume(Path folder, Prepared run, long seed, Mnist data) {
    Optional<Path> latest = Checkpoint.latest(folder);
    Optional<RunState> state = latest.map(Checkpoints::read);
    state.ifPresent(found -> check(latest.orElseThrow(), found, run, seed, data));
    return new Checkpoints(folder, state);
  }

  private static RunState read(Path file) {
    try {
      return Checkpoint.read(file);
    } catch (CheckpointException | UncheckedIOException unreadable) {
      throw new InputException("--resume: " + unreadable.getMessage());
    }
  }

  private static void check(Path file, RunState state, Prepared run, long seed, Mnist data) {
    RunIdentity identity = state.identity();
    require(file, "--seed", identity.seed(), seed);
    require(file, "--batch", identity.batch(), run.trial().batch());
    require(file, "--transform", identity.chain(), run.chain());
    run.notes().forEach((name, given) -> requireNote(file, identity, name, given));
    if (!identity.dataset().equals(data.train().name())
        || identity.examples() != data.train().size()) {
      throw new InputException(
          "--resume: %s is of a run on the %d examples of %s, but this one has the %d of %s; give the same --data-dir"
              .formatted(
                  file,
                  identity.examples(),
                  identity.dataset(),
                  data.train().size(),
                  data.train().name()));
    }
    TrainingPosition position = state.position();
    if (position.epoch() >= run.trial().epochs()) {
      throw new InputException(
          "--resume: %s has come to epoch %d of %d; give more --epochs"
              .formatted(file, position.epoch(), run.trial().epochs()));
    }
  }

  private static void requireNote(Path file, RunIdentity identity, String name, String given) {
    String found = identity.notes().get(name);
    if (found == null) {
      throw new InputException(
          "--resume: %s does not say its --%s, so it was not written by this command; give another --checkpoint folder"
              .formatted(file, name));
    }
    require(file, "--" + name, found, given);
  }

  private static void require(Path file, String option, Object found, Object given) {
    if (!found.toString().equals(given.toString())) {
      throw new InputException(
          "--resume: %s is of a run with %s '%s', but this one has '%s'; give %s '%s', or another --checkpoint folder"
              .formatted(file, option, found, given, option, found));
    }
  }

  /** Writes them. */
  TrainingListener listener() {
    return new CheckpointListener(folder, STEPS, 1, KEPT);
  }

  /** After how many steps the run goes on. */
  long step() {
    return from.map(state -> state.position().step()).orElse(0L);
  }
}
