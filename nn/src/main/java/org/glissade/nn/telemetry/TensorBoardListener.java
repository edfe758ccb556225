package org.glissade.nn.telemetry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.glissade.nn.CheckpointEvent;
import org.glissade.nn.EpochEvent;
import org.glissade.nn.Evaluation;
import org.glissade.nn.FitResult;
import org.glissade.nn.OutputException;
import org.glissade.nn.RunStarted;
import org.glissade.nn.StepEvent;
import org.glissade.nn.TrainingListener;
import org.jspecify.annotations.Nullable;

/**
 * Writes what happens in a run as an event file of TensorBoard: in each step the loss, norms of
 * layers and of links as {@link Telemetry} sees them, after each epoch the validation's loss and
 * accuracy. Each run is a new file in the folder; none is ever replaced, and TensorBoard reads
 * files while they grow. A training that goes on from a checkpoint says in its file from which step
 * on, so that TensorBoard drops what older files hold of later steps. Numbers that are unknown in a
 * step are left out.
 *
 * <p>What cannot be written ends the training with an {@link OutputException}.
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

  /** None. */
  @Override
  public long due(long step) {
    return Long.MAX_VALUE;
  }

  @Override
  public void started(RunStarted event) {
    if (file != null) {
      return;
    }
    Curves begun = new Curves(event.run());
    curves = begun;
    tags = begun.names().stream().map(TensorBoardListener::bytes).toArray(byte[][]::new);
    try {
      Files.createDirectories(folder);
      EventFile open = new EventFile(unused(), seconds());
      file = open;
      if (event.from().step() > 0) {
        open.restart(seconds(), event.from().step() + 1);
      }
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
      throw failed(open, e);
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
      throw failed(open, e);
    }
  }

  @Override
  public void checkpointWritten(CheckpointEvent event) {
    flush();
  }

  @Override
  public void ended(FitResult result) {
    flush();
  }

  private void flush() {
    EventFile open = file;
    if (open == null) {
      return;
    }
    try {
      open.flush();
    } catch (IOException e) {
      throw failed(open, e);
    }
  }

  /** Nothing more is written, so that what is there stays as it is. */
  private OutputException failed(EventFile open, IOException cause) {
    file = null;
    try {
      open.close();
    } catch (IOException again) {
      cause.addSuppressed(again);
    }
    return unwritable(cause);
  }

  private OutputException unwritable(IOException cause) {
    return OutputException.of(
        folder, cause, "make room there, or give a folder that you may write to");
  }

  /** Ends the file. */
  @Override
  public void close() {
    EventFile open = file;
    file = null;
    if (open == null) {
      return;
    }
    try {
      open.close();
    } catch (IOException e) {
      throw unwritable(e);
    }
  }
}
