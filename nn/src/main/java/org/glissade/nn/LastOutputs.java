package org.glissade.nn;

import org.glissade.backend.Program;
import org.glissade.plan.View;

/** The outputs of the step that listeners hear of, which may have run some runs ago. */
final class LastOutputs {
  private Program program;
  private int back;

  /** Those of a program's last run. */
  LastOutputs(Program program) {
    this.program = program;
  }

  /** Goes to another run. */
  void are(Program of, int runsAgo) {
    program = of;
    back = runsAgo;
  }

  /** How many numbers an output has; 0 if there is no such output. */
  int size(String output) {
    View view = program.plan().outputs().get(output);
    return view == null ? 0 : view.shape().size();
  }

  double scalar(String output) {
    return program.scalar(output, back);
  }

  void read(String output, double[] into) {
    program.read(output, back, into);
  }
}
