package org.glissade.examples;

import java.util.Optional;
import org.glissade.backend.Backend;
import org.glissade.examples.report.RunResult;
import org.glissade.mnist.Mnist;
import org.glissade.nn.FitResult;
import org.glissade.nn.ListenerException;
import org.glissade.nn.NonFiniteEvent;
import org.glissade.nn.NonFiniteGradientException;
import org.glissade.nn.OutputException;
import org.glissade.nn.Trainer;
import org.glissade.nn.TrainerBuilder;
import org.glissade.nn.TrainingListener;
import org.glissade.nn.checkpoint.Checkpoint;

/**
 * Makes runs from the same seed on the same data. A run that its gradients stop, or that the user
 * ends, gives a result like any other.
 *
 * @param threads 0 lets the backend choose
 */
record Runner(
    Backend backend,
    int threads,
    long seed,
    Mnist data,
    Interrupt interrupt,
    Optional<Checkpoints> checkpoints) {
  /** The same with another seed. */
  Runner seeded(long other) {
    return new Runner(backend, threads, other, data, interrupt, checkpoints);
  }

  RunResult run(Prepared prepared, TrainingListener progress) {
    return run(prepared, progress, StepWriters.none());
  }

  /** Makes a run whose steps are written. */
  RunResult run(Prepared prepared, TrainingListener progress, StepWriters writers) {
    Trial trial = prepared.trial();
    RunRecorder recorder = new RunRecorder();
    TrainerBuilder builder =
        Trainer.of(prepared.model(), prepared.chain())
            .backend(backend)
            .threads(threads)
            .seed(seed)
            .batch(trial.batch())
            .epochs(trial.epochs())
            .norms()
            .listener(recorder)
            .listener(progress);
    prepared.notes().forEach(builder::note);
    writers.listenTo(builder);
    checkpoints.ifPresent(folder -> builder.listener(folder.listener()));
    try (Trainer trainer = builder.build()) {
      checkpoints.flatMap(Checkpoints::from).ifPresent(trainer::resume);
      Optional<String> stopped = fit(trainer);
      if (stopped.isPresent() && !interrupt.requested()) {
        recorder.look(trainer.evaluate(data.test()));
      }
      return recorder.result(trial, prepared.settings(resumed()), stopped);
    }
  }

  /** After how many steps a run goes on. */
  long resumed() {
    return checkpoints.map(Checkpoints::step).orElse(0L);
  }

  /** Why the run ended early, if it did. */
  private Optional<String> fit(Trainer trainer) {
    interrupt.onRequest(trainer::stop);
    try {
      FitResult result = trainer.fit(data.train(), data.test());
      return result.ending() == FitResult.Ending.FINISHED
          ? Optional.empty()
          : Optional.of("it was interrupted after step " + result.position().step());
    } catch (NonFiniteGradientException stop) {
      NonFiniteEvent event = stop.event();
      return Optional.of(
          "at step %d the gradient of %s was not finite"
              .formatted(event.step(), event.where().parameter()));
    } catch (ListenerException failure) {
      throw failure.getCause() instanceof OutputException output ? told(output) : failure;
    }
  }

  /** What cannot be written, and from where the run can go on. */
  private OutputException told(OutputException output) {
    return checkpoints
        .flatMap(where -> Checkpoint.latest(where.folder()))
        .map(file -> output.getMessage() + "; --resume then goes on from " + file)
        .map(message -> new OutputException(message, output))
        .orElse(output);
  }
}
