package org.glissade.nn.telemetry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.glissade.nn.RunStarted;
import org.glissade.nn.StepEvent;
import org.glissade.nn.TrainingListener;
import org.jspecify.annotations.Nullable;

/**
 * Writes what happens in each step of a run as CSV (RFC 4180): a line for each step with its
 * number, the loss, and the norms of layers and of links as {@link Telemetry} sees them. A number
 * that is unknown in a step is left empty; others are as Java prints doubles. The file appears
 * whole when this is closed, in the place of one that was there before; until then it grows beside
 * it under another name.
 */
public final class CsvListener implements TrainingListener, AutoCloseable {
  private final Path file;
  private final Path part;
  private @Nullable Writer out;
  private @Nullable Curves curves;

  /** Writes to a file in a folder that exists. */
  public CsvListener(Path file) {
    this.file = file.toAbsolutePath();
    this.part =
        this.file.resolveSibling("." + file.getFileName() + "." + ProcessHandle.current().pid());
  }

  @Override
  public void started(RunStarted event) {
    if (curves != null) {
      return;
    }
    Curves begun = new Curves(event.run());
    curves = begun;
    try {
      Writer writer = Files.newBufferedWriter(part, StandardCharsets.UTF_8);
      out = writer;
      writer.write("step");
      for (String name : begun.names()) {
        writer.write("," + quoted(name));
      }
      writer.write("\r\n");
    } catch (IOException e) {
      throw unwritable(e);
    }
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
      throw unwritable(e);
    }
  }

  private UncheckedIOException unwritable(IOException cause) {
    return new UncheckedIOException(
        "Cannot write '%s': give a file in a folder that you may write to".formatted(file), cause);
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
      move();
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private void move() throws IOException {
    try {
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
