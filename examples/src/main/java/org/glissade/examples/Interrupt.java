package org.glissade.examples;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C as a wish: the job asks whether it was made, ends what it does, writes what it has, and
 * only then does the JVM go.
 */
final class Interrupt implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 20;

  private final CountDownLatch finished = new CountDownLatch(1);
  private final Thread hook = new Thread(this::request, "glissade-interrupt");
  private volatile boolean requested;
  private volatile Runnable action = () -> {};

  private Interrupt() {}

  /** From now until it is closed, the end of the JVM waits for the job. */
  static Interrupt install() {
    Interrupt interrupt = new Interrupt();
    Runtime.getRuntime().addShutdownHook(interrupt.hook);
    return interrupt;
  }

  /** Whether the job should end. */
  boolean requested() {
    return requested;
  }

  /** What to do when the job should end, on another thread; at once if it should already. */
  void onRequest(Runnable stop) {
    action = stop;
    if (requested) {
      stop.run();
    }
  }

  private void request() {
    requested = true;
    action.run();
    try {
      finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The job has ended. */
  @Override
  public void close() {
    finished.countDown();
    if (!requested) {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }
}
