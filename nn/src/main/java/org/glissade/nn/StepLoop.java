package org.glissade.nn;

import java.util.stream.Stream;
import org.glissade.backend.Program;
import org.glissade.tensor.Definition;
import org.glissade.tensor.Layout;
import org.glissade.transform.NonFinite;
import org.jspecify.annotations.Nullable;

/**
 * Makes the steps of a call of fit and tells the listeners of them. Where a backend keeps the
 * outputs of several runs, and nobody must hear of a step before the next is made, several are made
 * at a time, and those before them are told while the device computes. A step whose gradients are
 * not finite then changes nothing, and neither do those behind it, until it is found.
 */
final class StepLoop {
  private static final String LOSS = "loss";
  private static final String SEEN = "report/" + NonFinite.SEEN;

  private final Programs programs;
  private final TrainingSteps steps;
  private final TrainingProgress progress;
  private final Listeners listeners;
  private final ActiveRun run;
  private final Recovery recovery;
  private final boolean checked;
  private final boolean looks;
  private final int atATime;

  StepLoop(
      Programs programs,
      TrainingSteps steps,
      TrainingProgress progress,
      Listeners listeners,
      ActiveRun run,
      Recovery recovery) {
    this.programs = programs;
    this.steps = steps;
    this.progress = progress;
    this.listeners = listeners;
    this.run = run;
    this.recovery = recovery;
    Program first = steps.at(0);
    this.checked = first.plan().outputs().containsKey(SEEN);
    this.looks = checked && recovery.looks(!listeners.isEmpty());
    this.atATime = looks ? 1 : Math.max(1, kept(first) / 2);
  }

  /** Of how many runs all that somebody may ask for is kept. */
  private int kept(Program program) {
    Stream<String> read =
        listeners.isEmpty()
            ? Stream.of(LOSS, checked ? SEEN : LOSS)
            : program.plan().outputs().keySet().stream()
                .filter(name -> !name.equals(Definition.GRADIENTS));
    return read.mapToInt(program::kept).min().orElse(1);
  }

  /** Makes one step or some, and tells of those that were made before or must be told now. */
  void advance() {
    int end;
    try {
      end = end();
    } catch (ListenerException failure) {
      tell(progress.made(), failure);
      return;
    }
    int before = progress.made();
    int more = Math.min(atATime, end - before);
    if (more > 0) {
      progress.making(more);
      steps.at(before).run(more);
    }
    tell(progress.made() >= end ? progress.made() : before, null);
  }

  /** Where in the epoch all must be told: behind the last step of a program, or the one due. */
  private int end() {
    int told = progress.batch();
    int same = steps.end(told);
    if (atATime == 1) {
      return told + 1;
    }
    long due = listeners.due(progress.step()) - progress.step();
    return due < same - told ? told + (int) due : same;
  }

  /** Tells of all steps that were made. */
  void catchUp() {
    tell(progress.made(), null);
  }

  /** Tells of the steps before some step of the epoch; of all that were made where that fails. */
  private void tell(int step, @Nullable ListenerException failure) {
    int end = step;
    ListenerException first = failure;
    while (progress.batch() < end) {
      try {
        tellNext();
      } catch (ListenerException next) {
        first = Listeners.join(first, next);
        end = progress.made();
      } catch (NonFiniteGradientException bad) {
        if (first != null) {
          bad.addSuppressed(first);
        }
        throw bad;
      }
    }
    if (first != null) {
      throw first;
    }
  }

  private void tellNext() {
    int batch = progress.batch();
    int back = progress.made() - batch - 1;
    Program program = steps.at(batch);
    double loss = program.scalar(LOSS, back);
    boolean bad = checked && program.scalar(SEEN, back) == 1;
    progress.stepped(loss, steps.size(batch), !bad);
    run.tells(program, back);
    if (!bad) {
      recovery.good(progress.step());
    } else if (looks || recovery.stops()) {
      nonFinite(program, loss);
    }
    if (!listeners.isEmpty()) {
      StepEvent event = new StepEvent(progress.epoch() + 1, batch + 1, progress.step(), loss, run);
      listeners.each(listener -> listener.stepped(event));
    }
  }

  private void nonFinite(Program program, double loss) {
    if (!progress.isCaughtUp()) {
      again(program);
    }
    Layout layout = program.plan().definition().layout();
    float[] gradients = new float[layout.size()];
    program.read(Definition.GRADIENTS, gradients);
    String reason = recovery.bad();
    boolean stopped = Fit.isStopped(programs.session().store()) || !reason.isEmpty();
    NonFiniteTensor where = NonFiniteTensor.find(layout, gradients);
    NonFiniteEvent event =
        new NonFiniteEvent(
            progress.epoch() + 1, progress.batch(), progress.step(), loss, where, stopped);
    listeners.each(listener -> listener.nonFinite(event));
    if (stopped) {
      throw new NonFiniteGradientException(event, reason);
    }
    if (recovery.isDue()) {
      RollbackEvent back = recovery.back(progress.step());
      listeners.each(listener -> listener.rolledBack(back));
    }
  }

  /** Steps behind a bad one have run and changed nothing: it runs once more, for its gradients. */
  private void again(Program program) {
    progress.catchUp();
    steps.moveTo(progress.batch() - 1);
    program.run();
    run.tells(program, 0);
  }
}
