package org.glissade.examples;

import java.util.Optional;
import org.glissade.examples.report.Pace;
import org.glissade.examples.report.TerminalProgress;
import org.glissade.transform.ChainReader;

/** Makes trials of chains on data of which a part is held out, and shows how far they are. */
final class Trials {
  private final Runner runner;
  private final Prepared plain;
  private final HeldOut data;
  private final ChainReader reader;
  private final TerminalProgress terminal;
  private final Pace pace;
  private final int planned;
  private int made;

  /**
   * Trials of a network.
   *
   * @param plain the network with the chain that is advised on
   * @param shorts how many short trials there will be
   */
  Trials(
      Runner runner,
      Prepared plain,
      HeldOut data,
      ChainReader reader,
      TerminalProgress terminal,
      Budget budget,
      int shorts) {
    this.runner = runner;
    this.plain = plain;
    this.data = data;
    this.reader = reader;
    this.terminal = terminal;
    planned = shorts + budget.trainings();
    pace =
        new Pace(
            shorts * samples(budget.shortSteps()) + budget.trainings() * samples(budget.steps()));
  }

  private long samples(int steps) {
    return trial(plain.trial().transform(), steps).samples(data.train().size());
  }

  private Trial trial(String chain, int steps) {
    return DryRun.trial(plain.trial(), chain, data, steps);
  }

  /** Makes so many steps with a chain and a seed, unless the user does not want to wait. */
  Optional<Tried.Run> run(Candidate candidate, int steps, long seed) {
    if (interrupted()) {
      return Optional.empty();
    }
    made++;
    Trial trial = trial(candidate.text(), steps);
    Prepared prepared =
        new Prepared(trial, plain.network(), reader.read(candidate.text()), plain.model());
    JobProgress progress = new JobProgress(terminal, pace, made, planned, trial);
    DryRun run = DryRun.of(runner.seeded(seed), prepared, data, steps, progress);
    progress.runEnded();
    return interrupted() ? Optional.empty() : Optional.of(kept(run));
  }

  private Tried.Run kept(DryRun run) {
    boolean finite = !Double.isNaN(run.accuracy());
    double guessing = 1.0 / data.train().classes();
    return new Tried.Run(finite ? run.accuracy() : guessing, finite, run.acted());
  }

  /** Says what comes next. */
  void note(String line) {
    terminal.note(line);
  }

  /** Whether the user does not want to wait for more. */
  boolean interrupted() {
    return runner.interrupt().requested();
  }
}
