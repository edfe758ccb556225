package org.glissade.examples.report;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How fast a job goes and when it will be done, from what it has done since it began. Not
 * thread-safe; allocates nothing when work is counted.
 */
public final class Pace {
  private static final double NANOS = 1e9;

  private final LongSupplier nanoTime;
  private final long start;
  private long total;
  private long done;

  /** A job of {@code total} samples over all its runs and epochs that begins now. */
  public Pace(long total) {
    this(total, System::nanoTime);
  }

  Pace(long total, LongSupplier nanoTime) {
    this.total = total;
    this.nanoTime = nanoTime;
    start = nanoTime.getAsLong();
  }

  /** Counts work as done. */
  public void done(long samples) {
    done += samples;
  }

  /** Counts work as not needed, for example the rest of a run that has stopped. */
  public void dropped(long samples) {
    total -= samples;
  }

  /** Samples per second since the start, 0 before any. */
  public double samplesPerSecond() {
    double seconds = (nanoTime.getAsLong() - start) / NANOS;
    return seconds > 0 ? done / seconds : 0;
  }

  /** Estimated time to the end; zero while nothing is known. */
  public Duration remaining() {
    double speed = samplesPerSecond();
    return speed > 0
        ? Duration.ofNanos((long) (Math.max(0, total - done) / speed * NANOS))
        : Duration.ZERO;
  }
}
