package org.glissade.cpu;

import org.glissade.backend.Backend;
import org.glissade.backend.Session;
import org.glissade.backend.SessionOptions;
import org.glissade.cpu.kernel.Kernels;

/**
 * Runs plans on the CPU in pure Java: by the Vector API where the JVM offers it, by plain loops
 * where not. Results have the same bits for any number of threads. Threads: the session's option,
 * or else the system property {@value #THREADS}, or else one for each processor.
 */
public final class CpuBackend implements Backend {
  /** The name by which users choose it. */
  public static final String NAME = "cpu";

  /** The system property that says how many threads to compute with. */
  public static final String THREADS = "glissade.threads";

  /**
   * The system property that, being {@code false}, keeps products from leaving out the zeros of
   * bytes: to see what that is worth.
   */
  public static final String SPARSE = "glissade.sparse";

  private final Kernels kernels;

  /** With the fastest kernels that this JVM can run. */
  public CpuBackend() {
    this(Kernels.starting());
  }

  CpuBackend(Kernels kernels) {
    this.kernels = kernels;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Session open(SessionOptions options) {
    int threads = options.threads() == 0 ? defaultThreads() : options.threads();
    return new CpuSession(kernels, options.seed(), threads, sparseUpTo());
  }

  private double sparseUpTo() {
    String text = System.getProperty(SPARSE, "true");
    return switch (text) {
      case "true" -> kernels.sparseUpTo();
      case "false" -> -1;
      default ->
          throw new IllegalArgumentException(
              "System property %s must be true or false, but is '%s'".formatted(SPARSE, text));
    };
  }

  static int defaultThreads() {
    String text = System.getProperty(THREADS);
    if (text == null) {
      return Runtime.getRuntime().availableProcessors();
    }
    try {
      int threads = Integer.parseInt(text);
      if (threads >= 1) {
        return threads;
      }
    } catch (NumberFormatException e) {
      throw badThreads(text, e);
    }
    throw badThreads(text, null);
  }

  private static IllegalArgumentException badThreads(
      String text, @org.jspecify.annotations.Nullable Exception cause) {
    return new IllegalArgumentException(
        "System property %s must be a whole number of at least 1, but is '%s'"
            .formatted(THREADS, text),
        cause);
  }

  static String found(Kernels kernels, int threads) {
    return "%s, %d thread%s".formatted(kernels.describe(), threads, threads == 1 ? "" : "s");
  }
}
