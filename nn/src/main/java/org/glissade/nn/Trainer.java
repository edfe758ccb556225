package org.glissade.nn;

import java.util.concurrent.atomic.AtomicBoolean;
import org.glissade.backend.Session;
import org.glissade.backend.Store;
import org.glissade.data.Dataset;
import org.glissade.data.Field;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.NonFinite;
import org.jspecify.annotations.Nullable;

/**
 * Trains a model, evaluates it and predicts with it, on one session. Equal seeds give equal runs,
 * whatever the number of threads. Everything is planned before the first step of its kind.
 *
 * <pre>{@code
 * try (Trainer trainer = Trainer.of(model, chain).backend(backend).seed(7).batch(128).build()) {
 *   trainer.fit(train, test);
 *   System.out.println(trainer.evaluate(test).accuracy());
 * }
 * }</pre>
 *
 * <p>Used by one thread at a time; only {@link #stop} may be called from any.
 */
public final class Trainer implements AutoCloseable {
  private final Programs programs;
  private final boolean ownsSession;
  private final AtomicBoolean stop = new AtomicBoolean();
  private final TrainingProgress progress = new TrainingProgress();
  private final @Nullable Patience patience;
  private final Recovery recovery;
  private TrainerSettings settings;
  private @Nullable Dataset data;
  private @Nullable RunState pending;

  Trainer(Model model, Session session, boolean ownsSession, TrainerSettings settings) {
    this.programs = new Programs(model, session, settings.chain());
    this.ownsSession = ownsSession;
    this.settings = settings;
    this.recovery = new Recovery(NonFinite.of(settings.chain()), session.store());
    EarlyStopping rule = settings.earlyStopping();
    this.patience = rule == null ? null : new Patience(rule, session.store());
  }

  /** Begins to build a trainer. */
  public static TrainerBuilder of(Model model, GradientTransform chain) {
    return new TrainerBuilder(model, chain);
  }

  /** Trains until all epochs are done, without validation. */
  public FitResult fit(Dataset train) {
    return fitWith(train, null);
  }

  /**
   * Trains until all epochs are done, and evaluates after each. Epochs are counted from the
   * beginning of the training: a call after {@link #stop}, after an exception or after {@link
   * #resume} goes on where the training stands, also in the middle of an epoch.
   *
   * @throws NonFiniteGradientException if a gradient is infinite or NaN and the chain's policy is
   *     to stop; parameters and states are those before that step
   * @throws ListenerException if a listener fails
   */
  public FitResult fit(Dataset train, Dataset validation) {
    return fitWith(train, validation);
  }

  private FitResult fitWith(Dataset train, @Nullable Dataset validation) {
    model().check(train);
    if (settings.earlyStopping() != null && validation == null) {
      throw new IllegalArgumentException(
          "Early stopping watches the validation loss: call fit with validation data too");
    }
    TrainingSteps steps = new TrainingSteps(programs, settings, train);
    if (validation == null && new ValidationFeed(store()).isAsked()) {
      throw new IllegalArgumentException(
          "The chain goes by what validation finds: call fit with validation data too");
    }
    take(train);
    if (Fit.isStopped(store())) {
      throw new IllegalStateException(
          "A non-finite gradient has stopped this training: look into it, then call clearStop()");
    }
    ActiveRun run =
        new ActiveRun(
            model(),
            steps.purpose(),
            new Listeners(settings.listeners()),
            this::state,
            steps.at(0));
    RunStarted started =
        new RunStarted(
            programs.session().description(),
            train.name(),
            train.size(),
            settings.batch(),
            steps.count(),
            settings.epochs(),
            progress.position(),
            run);
    try {
      return new Fit(
              programs, settings, steps, progress, run, validation, patience, recovery, stop::get)
          .run(started);
    } finally {
      stop.set(false);
    }
  }

  /** Other data than in the last call begin their epoch anew; a state to go on from is applied. */
  private void take(Dataset train) {
    if (data != null && data != train) {
      progress.beginEpoch();
    }
    data = train;
    RunState state = pending;
    if (state == null) {
      return;
    }
    if (state.identity().examples() != train.size()) {
      throw new IllegalArgumentException(
          "The state was written while training on %d examples of %s, but %s has %d: give the same"
                  .formatted(
                      state.identity().examples(),
                      state.identity().dataset(),
                      train.name(),
                      train.size())
              + " data");
    }
    new StoreTensors(store()).write(state.tensors(), true);
    progress.set(state.position());
    if (patience != null) {
      patience.set(state.patience());
    }
    pending = null;
  }

  /** How the model does on a data set, as it is now. */
  public Evaluation evaluate(Dataset data) {
    Evaluator evaluator = new Evaluator(programs, data, settings.batch());
    takeParameters();
    return evaluator.run();
  }

  /** The outputs for any number of examples, each given as one row of features: a row for each. */
  public float[][] predict(float[]... examples) {
    return predictor().run(examples);
  }

  /** The outputs for any number of examples: a row for each. */
  public float[][] predict(Field examples) {
    return predictor().run(examples);
  }

  private Predictor predictor() {
    programs.predict(settings.batch(), org.glissade.tensor.DType.F32);
    takeParameters();
    return new Predictor(programs, settings.batch());
  }

  /** What a state to go on from says of the variables that evaluation uses. */
  private void takeParameters() {
    if (pending != null) {
      new StoreTensors(store()).write(pending.tensors(), false);
    }
  }

  /**
   * Ends the running call of {@link #fit}, or else the next, after its current step, or the current
   * steps where a backend makes several at a time. May be called from any thread.
   */
  public void stop() {
    stop.set(true);
  }

  /** Lets a training go on that a non-finite gradient has stopped. */
  public void clearStop() {
    if (Fit.isStopped(store())) {
      store().write(NonFinite.STOPPED, 0);
    }
  }

  /** Sets how many epochs {@link #fit} comes to, counted from the beginning of the training. */
  public void epochs(int epochs) {
    settings =
        new TrainerSettings(
            settings.chain(),
            settings.seed(),
            settings.batch(),
            epochs,
            settings.norms(),
            settings.measured(),
            settings.earlyStopping(),
            settings.notes(),
            settings.listeners());
  }

  /**
   * Goes on from a state: evaluation and prediction use its parameters at once, and the next {@link
   * #fit} goes on with the step after it, as if nothing had happened.
   *
   * @throws IllegalArgumentException if the state is of a run with another seed or batch
   */
  public void resume(RunState state) {
    RunIdentity identity = state.identity();
    if (identity.seed() != settings.seed() || identity.batch() != settings.batch()) {
      throw new IllegalArgumentException(
          "The state was written with seed %d and batch %d, but this trainer has seed %d and batch %d:"
                  .formatted(identity.seed(), identity.batch(), settings.seed(), settings.batch())
              + " build it with those of the state");
    }
    pending = state;
  }

  /**
   * A copy of all that a later run needs to go on from here.
   *
   * @throws IllegalStateException before the first {@link #fit}, and when a listener asks behind a
   *     step that it did not say is {@linkplain TrainingListener#due due}
   */
  public RunState state() {
    Dataset trained = data;
    if (trained == null) {
      throw new IllegalStateException("There is no state before the first call of fit");
    }
    if (!progress.isCaughtUp()) {
      throw new IllegalStateException(
          "The state of step %d was asked for when later steps were made already: say in due(step) of"
                  .formatted(progress.step())
              + " your listener behind which steps it asks for the state");
    }
    RunIdentity identity =
        new RunIdentity(
            settings.seed(),
            settings.batch(),
            trained.name(),
            trained.size(),
            settings.chain().toString(),
            model().summary(),
            programs.session().description(),
            settings.notes());
    return new RunState(
        identity,
        progress.position(),
        patience == null ? PatienceState.START : patience.state(),
        new StoreTensors(store()).read());
  }

  /** How far the training has come. */
  public TrainingPosition position() {
    return progress.position();
  }

  /** What is trained. */
  public Model model() {
    return programs.model();
  }

  /** Parameters, states, counters and settings. */
  public Store store() {
    return programs.session().store();
  }

  /** Closes the session, unless it was given. */
  @Override
  public void close() {
    if (ownsSession) {
      programs.session().close();
    }
  }
}
