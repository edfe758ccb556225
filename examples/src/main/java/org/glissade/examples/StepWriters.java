package org.glissade.examples;

import java.util.Optional;
import org.glissade.nn.TrainerBuilder;
import org.glissade.nn.telemetry.CsvListener;
import org.glissade.nn.telemetry.TensorBoardListener;

/** What writes the numbers of each step of one run, to be closed after it. */
record StepWriters(Optional<CsvListener> csv, Optional<TensorBoardListener> tensorBoard)
    implements AutoCloseable {
  /** For a run whose steps nobody asked for. */
  static StepWriters none() {
    return new StepWriters(Optional.empty(), Optional.empty());
  }

  /** Lets them listen to the run. */
  void listenTo(TrainerBuilder builder) {
    csv.ifPresent(builder::listener);
    tensorBoard.ifPresent(builder::listener);
  }

  @Override
  public void close() {
    try {
      csv.ifPresent(CsvListener::close);
    } finally {
      tensorBoard.ifPresent(TensorBoardListener::close);
    }
  }
}
