package org.glissade.bench;

import java.util.Collections;
import org.glissade.bench.contest.AdamStep;
import org.glissade.bench.contest.Request;
import org.glissade.bench.contest.Work;
import org.glissade.tensor.Shape;

/** Updates of 10 million elements; a turn gives the seconds of one, and its plan's bytes. */
final class OurUpdate implements Work {
  private final UpdateStageProgram program;

  OurUpdate(Request request) {
    Shape shape = Shape.of(AdamStep.ROWS, AdamStep.COLUMNS);
    program =
        new UpdateStageProgram(
            request.chain(), Collections.nCopies(AdamStep.TENSORS, shape), request.threads());
  }

  @Override
  public double[] turn() {
    return new double[] {AdamStep.turn(program::run)[0], program.bytes()};
  }

  @Override
  public void close() {
    program.close();
  }
}
