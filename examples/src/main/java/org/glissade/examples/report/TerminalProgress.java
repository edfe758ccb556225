package org.glissade.examples.report;

import java.io.PrintStream;
import java.util.function.LongSupplier;

/**
 * Shows how far a long job is. On a terminal one line is rewritten a few times a second; elsewhere,
 * as in a log file, plain lines appear every few seconds. Ask {@link #due()} before a {@link
 * Progress} is made, so that steps between two lines cost nothing. Thread-safe.
 */
public final class TerminalProgress implements AutoCloseable {
  private static final long LIVE_NANOS = 100_000_000L;
  private static final long PLAIN_NANOS = 5_000_000_000L;
  private static final int TERMINAL_WIDTH = 80;

  private final PrintStream out;
  private final boolean live;
  private final LongSupplier nanoTime;
  private long last;
  private boolean first = true;
  private int shown;

  TerminalProgress(PrintStream out, boolean live, LongSupplier nanoTime) {
    this.out = out;
    this.live = live;
    this.nanoTime = nanoTime;
  }

  /**
   * Progress on {@code out}, live if the program's input and output are a terminal that can rewrite
   * a line.
   */
  public static TerminalProgress on(PrintStream out) {
    return new TerminalProgress(out, atTerminal(), System::nanoTime);
  }

  // JDK 22 to 24 have a console even without a terminal, and there is no other test that 17 knows:
  // on those a log gets
  // the live line. 17 and 25 answer rightly.
  @SuppressWarnings("SystemConsoleNull")
  private static boolean atTerminal() {
    return System.console() != null && !"dumb".equals(System.getenv("TERM"));
  }

  /** Whether it is time for a new line. */
  public synchronized boolean due() {
    return first || nanoTime.getAsLong() - last >= (live ? LIVE_NANOS : PLAIN_NANOS);
  }

  /** Shows the line if one is {@link #due()}. */
  public synchronized void show(Progress progress) {
    if (due()) {
      print(progress);
    }
  }

  /** Shows the line in any case, for example at the end of an epoch. */
  public synchronized void showNow(Progress progress) {
    print(progress);
  }

  private void print(Progress progress) {
    first = false;
    last = nanoTime.getAsLong();
    if (!live) {
      out.println(progress.line());
      return;
    }
    String line = progress.line(TERMINAL_WIDTH - 1);
    out.print("\r" + line + " ".repeat(Math.max(0, shown - line.length())));
    out.flush();
    shown = line.length();
  }

  /** Prints a line that stays; a live line is moved below it. */
  public synchronized void note(String line) {
    clear();
    out.println(line);
  }

  /** Removes a live line, so that what is printed next begins on an empty one. */
  @Override
  public synchronized void close() {
    clear();
  }

  private void clear() {
    if (shown > 0) {
      out.print("\r" + " ".repeat(shown) + "\r");
      out.flush();
      shown = 0;
    }
  }
}
