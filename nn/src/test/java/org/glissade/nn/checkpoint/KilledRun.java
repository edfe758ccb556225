package org.glissade.nn.checkpoint;

import java.nio.file.Path;
import org.glissade.nn.Tiny;
import org.glissade.nn.Trainer;

/** Trains with a checkpoint after each step, in a JVM of its own, until it is killed. */
public final class KilledRun {
  private static final int FOREVER = 1_000_000;

  private KilledRun() {}

  /** The argument is the folder of the checkpoints. */
  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[0]);
    try (Trainer trainer =
        Tiny.trainer(Tiny.model())
            .epochs(FOREVER)
            .listener(CheckpointListener.everySteps(folder, 1, 3))
            .build()) {
      trainer.fit(Tiny.quadrants("train", 100, 1));
    }
  }
}
