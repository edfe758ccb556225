package org.glissade.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.glissade.backend.Backend;
import org.glissade.backend.BackendChoice;
import org.glissade.backend.BackendSelector;
import org.glissade.backend.Session;
import org.glissade.backend.SessionOptions;
import org.glissade.transform.GradientTransform;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Collects how to train; {@link Trainer#of} begins it. */
public final class TrainerBuilder {
  private final Model model;
  private final GradientTransform chain;
  private final List<TrainingListener> listeners = new ArrayList<>();
  private final SortedMap<String, String> notes = new TreeMap<>();
  private @Nullable Backend backend;
  private @Nullable Session session;
  private @Nullable EarlyStopping earlyStopping;
  private long seed = 1;
  private int threads;
  private int batch = 32;
  private int epochs = 1;
  private boolean norms;
  private boolean measured;

  TrainerBuilder(Model model, GradientTransform chain) {
    this.model = model;
    this.chain = chain;
  }

  /** What computes; unless set, what a {@link BackendSelector} selects. */
  public TrainerBuilder backend(Backend chosen) {
    backend = chosen;
    return this;
  }

  /** An open session to compute in, instead of a backend; the trainer does not close it. */
  public TrainerBuilder session(Session open) {
    session = open;
    return this;
  }

  /** Of all random numbers: first values, order of the examples, dropout, noise. 1 unless set. */
  public TrainerBuilder seed(long number) {
    seed = number;
    return this;
  }

  /** How many threads to compute with; the backend chooses unless set. */
  public TrainerBuilder threads(int number) {
    threads = number;
    return this;
  }

  /** Examples of a step; 32 unless set. */
  public TrainerBuilder batch(int examples) {
    batch = examples;
    return this;
  }

  /** Epochs to come to; 1 unless set. */
  public TrainerBuilder epochs(int number) {
    epochs = number;
    return this;
  }

  /** Lets listeners read the norm of each layer's gradient after each step. */
  public TrainerBuilder norms() {
    norms = true;
    return this;
  }

  /**
   * Takes the norms before and after each link of the chain also where the chain itself knows none,
   * such as behind Adam ({@link TrainingRun#links}). It costs arithmetic, no pass over the
   * gradients, and changes no bit of the training.
   */
  public TrainerBuilder measured() {
    measured = true;
    return this;
  }

  /** Ends when the validation loss no longer falls. */
  public TrainerBuilder earlyStopping(EarlyStopping rule) {
    earlyStopping = rule;
    return this;
  }

  /**
   * Something that checkpoints are to say of the run, such as the text of its network, for whoever
   * goes on from them ({@link RunIdentity#notes}).
   */
  public TrainerBuilder note(String name, String value) {
    notes.put(name, value);
    return this;
  }

  /** Someone who hears of it; in the order in which they are added. */
  public TrainerBuilder listener(TrainingListener listener) {
    listeners.add(listener);
    return this;
  }

  /**
   * The trainer.
   *
   * @throws IllegalArgumentException if a setting is out of range, or no backend was given and none
   *     can run here
   */
  public Trainer build() {
    TrainerSettings settings =
        new TrainerSettings(
            chain, seed, batch, epochs, norms, measured, earlyStopping, notes, listeners);
    if (session != null) {
      return new Trainer(model, session, false, settings);
    }
    Backend chosen = backend == null ? choose() : backend;
    Session opened = chosen.open(new SessionOptions(seed, threads));
    return new Trainer(model, opened, true, settings);
  }

  /** What a selector selects, which is logged. */
  static Backend choose() {
    BackendChoice choice = BackendSelector.load().select();
    LoggerFactory.getLogger(Trainer.class).info(choice.reason());
    return choice.backend();
  }
}
