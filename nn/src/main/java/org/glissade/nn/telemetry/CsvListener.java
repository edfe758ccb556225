package org.glissade.nn.telemetry;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import org.glissade.nn.CheckpointEvent;
import org.glissade.nn.EpochEvent;
import org.glissade.nn.OutputException;
import org.glissade.nn.RunStarted;
import org.glissade.nn.StepEvent;
import org.glissade.nn.TrainingListener;
import org.jspecify.annotations.Nullable;

/**
 * Writes what happens in each step of a run as CSV (RFC 4180): a line for each step with its
 * number, the loss, and the norms of layers and of links as {@link Telemetry} sees them. A number
 * that is unknown in a step is left empty; others are as Java prints doubles.
 *
 * <p>The file grows beside its place as {@code FILE.part} and takes its place when this is closed.
 * A training that goes on from a checkpoint goes on in the file, or in the part of a run that was
 * killed: rows behind the checkpoint are dropped, so that each step has one row. Let this listen
 * before a {@link org.glissade.nn.checkpoint.CheckpointListener}, so that no row is missing either.
 *
 * <p>What cannot be written ends the training with an {@link OutputException}; the rows until then
 * stay in the part.
 */
public final class CsvListener implements TrainingListener, AutoCloseable {
  private static final String REMEDY =
      "make room there, or give a file in a folder that you may write to";

  private final CsvFile file;
  private @Nullable Writer out;
  private @Nullable Curves curves;

  /** Writes to a file in a folder that exists. */
  public CsvListener(Path file) {
    this.file = CsvFile.of(file);
  }

  /** None. */
  @Override
  public long due(long step) {
    return Long.MAX_VALUE;
  }

  @Override
  public void started(RunStarted event) {
    if (out != null) {
      return;
    }
    Curves begun = new Curves(event.run());
    StringBuilder header = new StringBuilder("step");
    begun.names().forEach(name -> header.append(',').append(quoted(name)));
    String line = header.append("\r\n").toString();
    long step = event.from().step();
    try {
      out = step == 0 ? file.begin(line) : file.resume(line, step);
    } catch (IOException e) {
      throw unwritable(e);
    }
    curves = begun;
  }

  private static String quoted(String name) {
    return name.matches("[^\",\r\n]*") ? name : '"' + name.replace("\"", "\"\"") + '"';
  }

  @Override
  public void stepped(StepEvent event) {
    Writer writer = out;
    if (writer == null || curves == null) {
      return;
    }
    try {
      writer.write(Long.toString(event.step()));
      for (double value : curves.read(event)) {
        writer.write(Double.isNaN(value) ? "," : "," + value);
      }
      writer.write("\r\n");
    } catch (IOException e) {
      throw failed(writer, e);
    }
  }

  @Override
  public void epochEnded(EpochEvent event) {
    flush();
  }

  @Override
  public void checkpointWritten(CheckpointEvent event) {
    flush();
  }

  private void flush() {
    Writer writer = out;
    if (writer == null) {
      return;
    }
    try {
      writer.flush();
    } catch (IOException e) {
      throw failed(writer, e);
    }
  }

  /** Nothing more is written, so that what is there stays as it is. */
  private OutputException failed(Writer writer, IOException cause) {
    out = null;
    try {
      writer.close();
    } catch (IOException again) {
      cause.addSuppressed(again);
    }
    return unwritable(cause);
  }

  private OutputException unwritable(IOException cause) {
    return OutputException.of(file.file(), cause, REMEDY);
  }

  /** Puts the file in its place. Where no run began, nothing is written. */
  @Override
  public void close() {
    Writer writer = out;
    if (writer == null) {
      return;
    }
    out = null;
    try {
      writer.close();
      file.finish();
    } catch (IOException e) {
      throw unwritable(e);
    }
  }
}
