package org.glissade.nn.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.glissade.data.Dataset;
import org.glissade.nn.ListenerException;
import org.glissade.nn.StepEvent;
import org.glissade.nn.Tiny;
import org.glissade.nn.Trainer;
import org.glissade.nn.TrainingListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that others read: event files are parsed by protobuf-java, which is not ours. */
class WritersTest {
  private static final Dataset DATA = Tiny.quadrants("train", 100, 1);
  private static final Dataset TEST = Tiny.quadrants("test", 50, 2);

  @TempDir private Path folder;

  /** The losses and the norms of layers, as anyone may ask for them. */
  private static final class Recorder implements TrainingListener {
    private final List<double[]> norms = new ArrayList<>();
    private final List<Double> losses = new ArrayList<>();

    @Override
    public void stepped(StepEvent event) {
      norms.add(event.run().norms());
      losses.add(event.loss());
    }
  }

  private static Recorder run(TrainingListener listener) {
    Recorder recorder = new Recorder();
    try (Trainer trainer =
        Tiny.trainer(Tiny.model()).norms().listener(recorder).listener(listener).build()) {
      trainer.fit(DATA, TEST);
    }
    return recorder;
  }

  /** The scalars of one event by their tags. */
  private record Scalars(long step, double seconds, Map<String, Float> values) {}

  private static List<Scalars> read(Path file) throws IOException {
    List<Scalars> events = new ArrayList<>();
    try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
      UnknownFieldSet first = UnknownFieldSet.parseFrom(record(in));
      ByteString version = first.getField(3).getLengthDelimitedList().get(0);
      assertEquals("brain.Event:2", version.toStringUtf8());
      while (in.available() > 0) {
        events.add(scalars(UnknownFieldSet.parseFrom(record(in))));
      }
    }
    return events;
  }

  private static Scalars scalars(UnknownFieldSet event) throws IOException {
    Map<String, Float> values = new LinkedHashMap<>();
    ByteString summary = event.getField(5).getLengthDelimitedList().get(0);
    for (ByteString bytes :
        UnknownFieldSet.parseFrom(summary).getField(1).getLengthDelimitedList()) {
      UnknownFieldSet value = UnknownFieldSet.parseFrom(bytes);
      values.put(
          value.getField(1).getLengthDelimitedList().get(0).toStringUtf8(),
          Float.intBitsToFloat(value.getField(2).getFixed32List().get(0)));
    }
    return new Scalars(
        event.getField(2).getVarintList().get(0),
        Double.longBitsToDouble(event.getField(1).getFixed64List().get(0)),
        values);
  }

  /** A TFRecord, its checksums checked. */
  private static byte[] record(DataInputStream in) throws IOException {
    byte[] header = in.readNBytes(8);
    assertEquals(masked(header), Integer.reverseBytes(in.readInt()));
    long length =
        java.nio.ByteBuffer.wrap(header).order(java.nio.ByteOrder.LITTLE_ENDIAN).getLong();
    byte[] data = in.readNBytes((int) length);
    assertEquals(length, data.length);
    assertEquals(masked(data), Integer.reverseBytes(in.readInt()));
    return data;
  }

  private static int masked(byte[] data) {
    CRC32C crc = new CRC32C();
    crc.update(data);
    int sum = (int) crc.getValue();
    return ((sum >>> 15) | (sum << 17)) + 0xa282ead8;
  }

  private static List<Path> files(Path where) throws IOException {
    try (Stream<Path> files = Files.list(where)) {
      return files.sorted().toList();
    }
  }

  @Test
  void anEventFileHoldsEveryStep() throws IOException {
    Path runs = folder.resolve("runs/one");
    Recorder recorder;
    try (TensorBoardListener listener = new TensorBoardListener(runs)) {
      recorder = run(listener);
    }
    List<Path> files = files(runs);
    assertEquals(1, files.size());
    assertTrue(files.get(0).getFileName().toString().startsWith("events.out.tfevents."));
    List<Scalars> events = read(files.get(0));
    assertEquals(24, events.size(), "21 steps and 3 epochs");
    int step = 0;
    for (Scalars event : events) {
      if (event.values().containsKey("validation/accuracy")) {
        assertEquals(2, event.values().size());
        continue;
      }
      assertEquals(step + 1, event.step());
      assertEquals(recorder.losses.get(step).floatValue(), event.values().get("loss"));
      double[] norms = recorder.norms.get(step);
      assertEquals((float) norms[0], event.values().get("gradient/dense-1"));
      assertEquals((float) norms[1], event.values().get("gradient/dense-2"));
      assertTrue(event.seconds() > 1.7e9, "seconds since 1970");
      step++;
    }
    assertEquals(21, step);
  }

  @Test
  void aSecondRunIsASecondFile() throws IOException {
    for (int i = 0; i < 2; i++) {
      try (TensorBoardListener listener = new TensorBoardListener(folder)) {
        run(listener);
      }
    }
    assertEquals(2, files(folder).size());
    assertEquals(24, read(files(folder).get(1)).size());
  }

  @Test
  void csvHasALineForEachStep() throws IOException {
    Path file = folder.resolve("steps.csv");
    Recorder recorder;
    try (CsvListener listener = new CsvListener(file)) {
      recorder = run(listener);
    }
    List<String> lines = Files.readAllLines(file);
    assertEquals("step,loss,gradient/dense-1,gradient/dense-2", lines.get(0));
    assertEquals(22, lines.size());
    for (int step = 1; step <= 21; step++) {
      double[] norms = recorder.norms.get(step - 1);
      assertEquals(
          step + "," + recorder.losses.get(step - 1) + "," + norms[0] + "," + norms[1],
          lines.get(step));
    }
    assertEquals(List.of(file), files(folder), "nothing else is left");
  }

  @Test
  void anOldCsvStaysWholeUntilTheNewOneIs() throws IOException {
    Path file = folder.resolve("steps.csv");
    Files.writeString(file, "old");
    TrainingListener failing =
        new TrainingListener() {
          @Override
          public void stepped(StepEvent event) {
            throw new IllegalStateException("enough");
          }
        };
    CsvListener listener = new CsvListener(file);
    try (Trainer trainer =
        Tiny.trainer(Tiny.model()).listener(listener).listener(failing).build()) {
      assertThrows(ListenerException.class, () -> trainer.fit(DATA));
    }
    assertEquals("old", Files.readString(file));
    listener.close();
    assertEquals(2, Files.readAllLines(file).size(), "what was there when the run broke off");
    listener.close();
  }

  @Test
  void aFolderThatCannotBeWrittenToIsNamed() throws IOException {
    Path file = folder.resolve("file");
    Files.writeString(file, "");
    for (TrainingListener listener :
        List.of(
            new TensorBoardListener(file.resolve("runs")),
            new CsvListener(file.resolve("a.csv")))) {
      ListenerException failure = assertThrows(ListenerException.class, () -> run(listener));
      assertInstanceOf(UncheckedIOException.class, failure.getCause());
      String message = String.valueOf(failure.getCause());
      assertTrue(message.contains(file.toString()), message);
      assertFalse(Files.isDirectory(file));
    }
  }
}
