package org.glissade.nn;

import java.io.Flushable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Writes a line when a training begins, after each epoch, and now and then between, with an
 * estimate of the time that is left.
 */
public final class ProgressListener implements TrainingListener {
  private final Appendable out;
  private final long period;
  private final LongSupplier clock;
  private long begin;
  private long last;
  private long first;
  private int batches;
  private int epochs;

  /** A line at most every five seconds within an epoch. */
  public ProgressListener(Appendable out) {
    this(out, Duration.ofSeconds(5));
  }

  /**
   * A listener of another pace.
   *
   * @param out where the lines go; flushed after each if it can be
   * @param period the least time between two lines within an epoch
   */
  public ProgressListener(Appendable out, Duration period) {
    this(out, period, System::nanoTime);
  }

  ProgressListener(Appendable out, Duration period, LongSupplier clock) {
    this.out = out;
    this.period = period.toNanos();
    this.clock = clock;
  }

  /** None. */
  @Override
  public long due(long step) {
    return Long.MAX_VALUE;
  }

  @Override
  public void started(RunStarted event) {
    begin = clock.getAsLong();
    last = begin;
    first = event.from().step();
    batches = event.batches();
    epochs = event.epochs();
    line(
        "%s; %,d examples of %s, batch %d, %,d steps an epoch, %d epochs",
        event.backend(), event.examples(), event.dataset(), event.batch(), batches, epochs);
  }

  @Override
  public void stepped(StepEvent event) {
    long now = clock.getAsLong();
    if (now - last < period || event.batch() == batches) {
      return;
    }
    last = now;
    line(
        "epoch %d/%d  step %,d/%,d  loss %.4f  ETA %s",
        event.epoch(),
        epochs,
        event.batch(),
        batches,
        event.loss(),
        eta(now, event.step(), event.epoch() - 1L, event.batch()));
  }

  @Override
  public void nonFinite(NonFiniteEvent event) {
    line(
        "epoch %d/%d  step %,d/%,d  the gradient of %s is not finite: %s",
        event.epoch(),
        epochs,
        event.batch(),
        batches,
        event.where().parameter(),
        event.stopped() ? "stopped" : "step skipped");
  }

  @Override
  public void epochEnded(EpochEvent event) {
    long now = clock.getAsLong();
    last = now;
    line(
        "epoch %d/%d  loss %.4f%s  %.1f s  %,.0f samples/s  ETA %s",
        event.epoch(),
        epochs,
        event.loss(),
        event.validation().map(ProgressListener::validation).orElse(""),
        event.seconds(),
        event.samplesPerSecond(),
        eta(now, event.step(), event.epoch(), 0));
  }

  @Override
  public void checkpointWritten(CheckpointEvent event) {
    line("wrote %s", event.file());
  }

  @Override
  public void ended(FitResult result) {
    if (result.ending() != FitResult.Ending.FINISHED) {
      line(
          "ended after %d epochs: %s",
          result.position().epoch(), result.ending().name().toLowerCase(Locale.ROOT));
    }
  }

  private static String validation(Evaluation evaluation) {
    String accuracy =
        Double.isNaN(evaluation.accuracy())
            ? ""
            : String.format(Locale.ROOT, ", accuracy %.2f %%", 100 * evaluation.accuracy());
    return String.format(Locale.ROOT, "  validation loss %.4f%s", evaluation.loss(), accuracy);
  }

  private String eta(long now, long step, long epochsDone, long batchesDone) {
    long left = (epochs - epochsDone) * batches - batchesDone;
    return Eta.text(Eta.seconds(now - begin, step - first, left));
  }

  private void line(String format, Object... arguments) {
    try {
      out.append(String.format(Locale.ROOT, format, arguments)).append('\n');
      if (out instanceof Flushable flushable) {
        flushable.flush();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Progress cannot be written", e);
    }
  }
}
