package org.glissade.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.glissade.backend.Store;
import org.glissade.data.Dataset;
import org.glissade.nn.FitResult.Ending;
import org.glissade.transform.NonFinite;
import org.jspecify.annotations.Nullable;

/** One call of fit. Whatever ends it, the progress and the Store stand between two steps. */
final class Fit {
  private static final double NANO = 1e-9;

  private final Programs programs;
  private final TrainerSettings settings;
  private final TrainingSteps steps;
  private final TrainingProgress progress;
  private final Listeners listeners;
  private final ActiveRun run;
  private final @Nullable Dataset validation;
  private final @Nullable Patience patience;
  private final Recovery recovery;
  private final BooleanSupplier stop;
  private final StepLoop loop;
  private final List<EpochEvent> epochs = new ArrayList<>();

  Fit(
      Programs programs,
      TrainerSettings settings,
      TrainingSteps steps,
      TrainingProgress progress,
      ActiveRun run,
      @Nullable Dataset validation,
      @Nullable Patience patience,
      Recovery recovery,
      BooleanSupplier stop) {
    this.programs = programs;
    this.settings = settings;
    this.steps = steps;
    this.progress = progress;
    this.listeners = new Listeners(settings.listeners());
    this.run = run;
    this.validation = validation;
    this.recovery = recovery;
    this.stop = stop;
    this.patience = patience;
    this.loop = new StepLoop(programs, steps, progress, listeners, run, recovery);
  }

  FitResult run(RunStarted started) {
    recovery.begin(progress.step());
    listeners.each(listener -> listener.started(started));
    Optional<Ending> ending = early(patience != null && patience.isOver());
    while (ending.isEmpty() && progress.epoch() < settings.epochs()) {
      ending = epoch();
    }
    Ending reason = ending.orElse(Ending.FINISHED);
    if (patience != null && (reason == Ending.FINISHED || reason == Ending.EARLY)) {
      patience.end();
    }
    FitResult result = new FitResult(reason, progress.position(), skipped(), epochs);
    listeners.each(listener -> listener.ended(result));
    return result;
  }

  /** Runs what is left of an epoch; gives a reason to end, if there is one. */
  private Optional<Ending> epoch() {
    progress.catchUp();
    steps.begin(progress.epoch(), progress.batch());
    long begin = System.nanoTime();
    int from = progress.batch();
    while (progress.batch() < steps.count()) {
      if (stop.getAsBoolean() || Thread.currentThread().isInterrupted()) {
        loop.catchUp();
        return Optional.of(stop.getAsBoolean() ? Ending.STOPPED : Ending.INTERRUPTED);
      }
      loop.advance();
    }
    return finish((System.nanoTime() - begin) * NANO, steps.examples(from));
  }

  private Optional<Ending> finish(double seconds, long examples) {
    double loss = progress.meanLoss();
    progress.epochEnded();
    Optional<Evaluation> result =
        Optional.ofNullable(validation)
            .map(data -> new Evaluator(programs, data, settings.batch()).run());
    result.ifPresent(new ValidationFeed(store())::tell);
    EpochEvent event =
        new EpochEvent(
            progress.epoch(),
            settings.epochs(),
            progress.step(),
            loss,
            result,
            seconds,
            examples / seconds,
            run);
    epochs.add(event);
    boolean early = patience != null && patience.endsAfter(result.orElseThrow().loss());
    listeners.each(listener -> listener.epochEnded(event));
    return early(early);
  }

  private static Optional<Ending> early(boolean early) {
    return early ? Optional.of(Ending.EARLY) : Optional.empty();
  }

  private Store store() {
    return programs.session().store();
  }

  private long skipped() {
    return store().variables().containsKey(NonFinite.SKIPPED)
        ? (long) store().read(NonFinite.SKIPPED)[0]
        : 0;
  }

  /** Whether a non-finite gradient has stopped the chain. */
  static boolean isStopped(Store store) {
    return store.variables().containsKey(NonFinite.STOPPED)
        && store.read(NonFinite.STOPPED)[0] != 0;
  }
}
