package org.glissade.nn.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.glissade.nn.CheckpointEvent;
import org.glissade.nn.EpochEvent;
import org.glissade.nn.OutputException;
import org.glissade.nn.RunStarted;
import org.glissade.nn.RunState;
import org.glissade.nn.StepEvent;
import org.glissade.nn.TrainingListener;
import org.glissade.nn.TrainingRun;

/**
 * Writes checkpoints while a training runs and keeps the last ones. A failure to write ends the
 * training between two steps, and so does a state from which nobody could go on, with a parameter
 * that is not finite or a NaN anywhere; an older checkpoint is removed only after a newer one is
 * complete.
 *
 * @param folder where they go; made if it is not there
 * @param steps a checkpoint after each so many steps; 0 for none
 * @param epochs a checkpoint after each so many epochs; 0 for none
 * @param keep how many are kept
 */
public record CheckpointListener(Path folder, long steps, int epochs, int keep)
    implements TrainingListener {
  /** Checks the numbers. */
  public CheckpointListener {
    if (steps < 0 || epochs < 0 || (steps == 0 && epochs == 0)) {
      throw new IllegalArgumentException(
          "checkpoints come after at least 1 step or 1 epoch, but were asked for after %d steps and"
                  .formatted(steps)
              + " %d epochs".formatted(epochs));
    }
    if (keep < 1) {
      throw new IllegalArgumentException("keep must be at least 1, but was " + keep);
    }
  }

  /** A checkpoint after each so many steps. */
  public static CheckpointListener everySteps(Path folder, long steps, int keep) {
    return new CheckpointListener(folder, steps, 0, keep);
  }

  /** A checkpoint after each so many epochs. */
  public static CheckpointListener everyEpochs(Path folder, int epochs, int keep) {
    return new CheckpointListener(folder, 0, epochs, keep);
  }

  /** Each step behind which there is a checkpoint. */
  @Override
  public long due(long step) {
    return steps == 0 ? Long.MAX_VALUE : (step / steps + 1) * steps;
  }

  /** Refuses a folder in which this run's checkpoints would be mistaken for older ones. */
  @Override
  public void started(RunStarted event) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw OutputException.of(folder, e, "give a folder that can be made");
    }
    Checkpoint.latest(folder)
        .filter(file -> Checkpoint.step(file) > event.from().step())
        .ifPresent(
            file -> {
              throw new IllegalStateException(
                  "%s is of a run that went further than step %d, where this one begins: resume from"
                          .formatted(file, event.from().step())
                      + " it, or give another folder");
            });
  }

  @Override
  public void stepped(StepEvent event) {
    if (steps > 0 && event.step() % steps == 0) {
      write(event.run());
    }
  }

  @Override
  public void epochEnded(EpochEvent event) {
    if (epochs > 0 && event.epoch() % epochs == 0) {
      write(event.run());
    }
  }

  private void write(TrainingRun run) {
    RunState state = run.state();
    Path file = folder.resolve(Checkpoint.name(state.position().step()));
    state.complaint().ifPresent(complaint -> refuse(file, complaint));
    Checkpoint.write(file, state);
    removeOld();
    run.announce(new CheckpointEvent(file, state.position()));
  }

  private static void refuse(Path file, String complaint) {
    throw new OutputException(
        "%s was not written, for nobody could go on from it: %s. Older checkpoints are still there:"
                .formatted(file, complaint)
            + " resume from one, with a lower rate or a chain that clips, or that begins with"
            + " non-finite(skip-step)",
        null);
  }

  private void removeOld() {
    List<Path> all = Checkpoint.list(folder);
    for (Path file : all.subList(0, Math.max(0, all.size() - keep))) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw OutputException.of(file, e, "remove this old checkpoint, or make it yours");
      }
    }
  }
}
