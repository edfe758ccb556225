package org.glissade.examples;

import org.glissade.examples.report.Pace;
import org.glissade.examples.report.Progress;
import org.glissade.examples.report.TerminalProgress;
import org.glissade.nn.EpochEvent;
import org.glissade.nn.Evaluation;
import org.glissade.nn.RunStarted;
import org.glissade.nn.StepEvent;
import org.glissade.nn.TrainingListener;
import org.glissade.nn.TrainingPosition;

/** Shows how far a run of a job is. */
final class JobProgress implements TrainingListener {
  private final TerminalProgress terminal;
  private final Pace pace;
  private final int run;
  private final int runs;
  private final Trial trial;
  private String backend = "";
  private int batches = 1;
  private int examples;
  private long done;
  private double accuracy = Double.NaN;

  JobProgress(TerminalProgress terminal, Pace pace, int run, int runs, Trial trial) {
    this.terminal = terminal;
    this.pace = pace;
    this.run = run;
    this.runs = runs;
    this.trial = trial;
  }

  /** None. */
  @Override
  public long due(long step) {
    return Long.MAX_VALUE;
  }

  @Override
  public void started(RunStarted event) {
    backend = event.backend();
    batches = event.batches();
    examples = event.examples();
    TrainingPosition from = event.from();
    done = (long) from.epoch() * examples + (long) from.batch() * trial.batch();
    pace.dropped(done);
  }

  @Override
  public void stepped(StepEvent event) {
    boolean last = event.batch() == batches;
    long size = last ? examples - (batches - 1L) * trial.batch() : trial.batch();
    pace.done(size);
    done += size;
    if (terminal.due()) {
      terminal.show(progress(event.epoch(), event.batch(), event.loss()));
    }
  }

  @Override
  public void epochEnded(EpochEvent event) {
    accuracy = event.validation().map(Evaluation::accuracy).orElse(Double.NaN);
  }

  /** What the run runs on, once it has started. */
  String backend() {
    return backend;
  }

  /** What the run has not done it will not do. */
  void runEnded() {
    pace.dropped(trial.samples(examples) - done);
  }

  private Progress progress(int epoch, int batch, double loss) {
    return new Progress(
        run,
        runs,
        trial.name(),
        epoch,
        trial.epochs(),
        batch,
        batches,
        loss,
        accuracy,
        pace.samplesPerSecond(),
        pace.remaining());
  }
}
