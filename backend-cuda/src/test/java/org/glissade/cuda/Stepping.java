package org.glissade.cuda;

import org.glissade.backend.Program;
import org.glissade.backend.Session;
import org.glissade.backend.SessionOptions;

/** Takes two of the article's steps, in a JVM of its own, and says the second loss. */
final class Stepping {
  private Stepping() {}

  /** Runs it. */
  public static void main(String[] args) {
    try (Session session = new CudaBackend().open(SessionOptions.seed(1))) {
      Program program =
          W1.compile(session, W1.plan("clip-by-norm(1.0, extent=parameter) | sgd(0.1)"));
      program.run();
      program.run();
      Fork.say(Double.toString(program.scalar("loss")));
    }
  }
}
