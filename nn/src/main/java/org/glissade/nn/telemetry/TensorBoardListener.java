package org.glissade.nn.telemetry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.glissade.nn.EpochEvent;
import org.glissade.nn.Evaluation;
import org.glissade.nn.FitResult;
import org.glissade.nn.RunStarted;
import org.glissade.nn.StepEvent;
import org.glissade.nn.TrainingListener;
import org.jspecify.annotations.Nullable;

/**
 * Writes what happens in a run as an event file of TensorBoard: in each step the loss, norms of
 * layers and of links as {@link Telemetry} sees them, after each epoch the validation's loss and
 * accuracy. Each run is a new file in the folder; none is ever replaced, and TensorBoard reads
 * files while they grow. Numbers that are unknown in a step are left out.
 */
public final class TensorBoardListener implements TrainingListener, AutoCloseable {
  private static final double MILLIS = 1e-3;
  private static final byte[] VALIDATION_LOSS = bytes("validation/loss");
  private static final byte[] ACCURACY = bytes("validation/accuracy");

  private final Path folder;
  private @Nullable EventFile file;
  private @Nullable Curves curves;
  private byte[][] tags = new byte[0][];

  /** Writes into a folder, which is made when the run begins. */
  public TensorBoardListener(Path folder) {
    this.folder = folder;
  }

  @Override
  public void started(RunStarted event) {
    if (curves != null) {
      return;
    }
    Curves begun = new Curves(event.run());
    curves = begun;
    tags = begun.names().stream().map(TensorBoardListener::bytes).toArray(byte[][]::new);
    try {
      Files.createDirectories(folder);
      file = new EventFile(unused(), seconds());
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private Path unused() {
    String name = "events.out.tfevents.%010d.glissade".formatted((long) seconds());
    Path path = folder.resolve(name);
    for (int i = 2; Files.exists(path); i++) {
      path = folder.resolve(name + "." + i);
    }
    return path;
  }

  private static double seconds() {
    return System.currentTimeMillis() * MILLIS;
  }

  @Override
  public void stepped(StepEvent event) {
    EventFile open = file;
    if (open == null || curves == null) {
      return;
    }
    double[] values = curves.read(event);
    for (int i = 0; i < values.length; i++) {
      if (!Double.isNaN(values[i])) {
        open.add(tags[i], values[i]);
      }
    }
    try {
      open.write(seconds(), event.step());
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  @Override
  public void epochEnded(EpochEvent event) {
    EventFile open = file;
    if (open == null) {
      return;
    }
    try {
      if (event.validation().isPresent()) {
        Evaluation validation = event.validation().get();
        open.add(VALIDATION_LOSS, validation.loss());
        open.add(ACCURACY, validation.accuracy());
        open.write(seconds(), event.step());
      }
      open.flush();
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  @Override
  public void ended(FitResult result) {
    flush();
  }

  private void flush() {
    try {
      if (file != null) {
        file.flush();
      }
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private UncheckedIOException unwritable(IOException cause) {
    return new UncheckedIOException(
        "Cannot write an event file into '%s': give a folder that you may write to"
            .formatted(folder),
        cause);
  }

  /** Ends the file. */
  @Override
  public void close() {
    try {
      if (file != null) {
        file.close();
      }
    } catch (IOException e) {
      throw unwritable(e);
    }
  }
}
