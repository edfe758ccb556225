package org.glissade.examples.report;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How fast a job goes and when it will be done. The speed is that of the last two to four seconds,
 * since a JVM is slow at first, and runs differ; the end is not guessed before the first two are
 * over and out of sight. Not thread-safe; allocates nothing when work is counted.
 */
public final class Pace {
  private static final double NANOS = 1e9;
  private static final long WINDOW = 2_000_000_000L;

  private final LongSupplier nanoTime;
  private long total;
  private long done;
  private final long start;
  private long from;
  private long doneFrom;
  private long middle;
  private long doneMiddle;

  /** A job of {@code total} samples over all its runs and epochs that begins now. */
  public Pace(long total) {
    this(total, System::nanoTime);
  }

  Pace(long total, LongSupplier nanoTime) {
    this.total = total;
    this.nanoTime = nanoTime;
    start = nanoTime.getAsLong();
    from = start;
    middle = start;
  }

  /** Counts work as done. */
  public void done(long samples) {
    done += samples;
    long now = nanoTime.getAsLong();
    if (now - middle >= WINDOW) {
      from = middle;
      doneFrom = doneMiddle;
      middle = now;
      doneMiddle = done;
    }
  }

  /** Counts work as not needed, for example the rest of a run that has stopped. */
  public void dropped(long samples) {
    total -= samples;
  }

  /** Samples per second of late, 0 before any. */
  public double samplesPerSecond() {
    double seconds = (nanoTime.getAsLong() - from) / NANOS;
    return seconds > 0 ? (done - doneFrom) / seconds : 0;
  }

  /** Estimated time to the end; zero while nothing is known. */
  public Duration remaining() {
    double speed = samplesPerSecond();
    return from != start && speed > 0
        ? Duration.ofNanos((long) (Math.max(0, total - done) / speed * NANOS))
        : Duration.ZERO;
  }
}
