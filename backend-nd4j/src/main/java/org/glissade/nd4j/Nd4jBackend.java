package org.glissade.nd4j;

import org.glissade.backend.Backend;
import org.glissade.backend.Session;
import org.glissade.backend.SessionOptions;

/**
 * Runs plans through ND4J, one {@code INDArray} call per op where ND4J has one. Matrix products are
 * computed in float, all other arithmetic in double and rounded where it is stored. How many
 * threads compute is ND4J's matter ({@code OMP_NUM_THREADS}), for the whole process: {@link
 * SessionOptions#threads} is not looked at.
 */
public final class Nd4jBackend implements Backend {
  /** The name by which users choose it. */
  public static final String NAME = "nd4j";

  @Override
  public String name() {
    return NAME;
  }

  /**
   * Opens a session.
   *
   * @throws IllegalStateException if ND4J is not on the class path or does not start here
   */
  @Override
  public Session open(SessionOptions options) {
    try {
      return new Nd4jSession(options.seed());
    } catch (LinkageError | RuntimeException failure) {
      throw new IllegalStateException(
          "backend nd4j: ND4J does not start here (%s): %s"
              .formatted(failure, Nd4jLibrary.load().describe()),
          failure);
    }
  }
}
