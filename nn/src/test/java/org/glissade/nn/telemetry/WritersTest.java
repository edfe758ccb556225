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
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.glissade.data.Dataset;
import org.glissade.nn.CheckpointEvent;
import org.glissade.nn.ListenerException;
import org.glissade.nn.OutputException;
import org.glissade.nn.RunState;
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

  /** The step with which the event file says that it begins; 0 if it says nothing. */
  private long begun;

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

  private List<Scalars> read(Path file) throws IOException {
    List<Scalars> events = new ArrayList<>();
    try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
      UnknownFieldSet first = UnknownFieldSet.parseFrom(record(in));
      ByteString version = first.getField(3).getLengthDelimitedList().get(0);
      assertEquals("brain.Event:2", version.toStringUtf8());
      while (in.available() > 0) {
        UnknownFieldSet event = UnknownFieldSet.parseFrom(record(in));
        if (event.hasField(7)) {
          assertEquals(List.of(), events, "a session begins before all else");
          ByteString session = event.getField(7).getLengthDelimitedList().get(0);
          UnknownFieldSet log = UnknownFieldSet.parseFrom(session);
          assertEquals(List.of(1L), log.getField(1).getVarintList(), "START");
          begun = event.getField(2).getVarintList().get(0);
        } else {
          events.add(scalars(event));
        }
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

  /** A run that ends after some steps, and its state there. */
  private static RunState begin(TrainingListener listener, int steps) {
    Trainer[] self = new Trainer[1];
    RunState[] state = new RunState[1];
    TrainingListener ending =
        new TrainingListener() {
          @Override
          public void stepped(StepEvent event) {
            if (event.step() == steps - 3) {
              state[0] = event.run().state();
            }
            if (event.step() == steps) {
              self[0].stop();
            }
          }
        };
    try (Trainer trainer =
        Tiny.trainer(Tiny.model()).norms().listener(listener).listener(ending).build()) {
      self[0] = trainer;
      trainer.fit(DATA, TEST);
    }
    return state[0];
  }

  private static void resume(TrainingListener listener, RunState state) {
    try (Trainer trainer = Tiny.trainer(Tiny.model()).norms().listener(listener).build()) {
      trainer.resume(state);
      trainer.fit(DATA, TEST);
    }
  }

  private String wholeCsv() throws IOException {
    Path whole = folder.resolve("whole.csv");
    try (CsvListener listener = new CsvListener(whole)) {
      run(listener);
    }
    return Files.readString(whole);
  }

  @Test
  void aCsvGoesOnBehindTheStepThatIsResumed() throws IOException {
    Path file = folder.resolve("steps.csv");
    RunState state;
    try (CsvListener listener = new CsvListener(file)) {
      state = begin(listener, 11);
    }
    assertEquals(12, Files.readAllLines(file).size());
    try (CsvListener listener = new CsvListener(file)) {
      resume(listener, state);
    }
    assertEquals(wholeCsv(), Files.readString(file));
    assertTrue(Files.notExists(folder.resolve("steps.csv.part")));
  }

  @Test
  void theRowsOfARunThatWasKilledAreNotLost() throws IOException {
    Path file = folder.resolve("steps.csv");
    Files.writeString(file, "of an older run");
    CsvListener killed = new CsvListener(file);
    RunState state = begin(killed, 11);
    killed.checkpointWritten(new CheckpointEvent(folder, state.position()));
    Path part = folder.resolve("steps.csv.part");
    assertEquals(12, Files.readAllLines(part).size());
    Files.writeString(part, "12,0.5,", StandardOpenOption.APPEND);
    try (CsvListener listener = new CsvListener(file)) {
      resume(listener, state);
    }
    assertEquals(wholeCsv(), Files.readString(file));
  }

  @Test
  void aRunThatIsResumedBeginsAFileThatIsNotThere() throws IOException {
    RunState state = begin(new TrainingListener() {}, 11);
    Path file = folder.resolve("steps.csv");
    try (CsvListener listener = new CsvListener(file)) {
      resume(listener, state);
    }
    List<String> lines = Files.readAllLines(file);
    assertEquals(1 + 21 - 8, lines.size());
    assertTrue(lines.get(1).startsWith("9,"), lines.get(1));
  }

  @Test
  void aCsvOfOtherColumnsIsNotGoneOnWith() throws IOException {
    RunState state = begin(new TrainingListener() {}, 11);
    Path file = folder.resolve("steps.csv");
    Files.writeString(file, "step,loss\r\n1,2.0\r\n");
    CsvListener listener = new CsvListener(file);
    ListenerException refusal =
        assertThrows(ListenerException.class, () -> resume(listener, state));
    assertEquals(
        "'%s' has other columns than this run, which goes on behind step 8: give another file, or remove it and 'steps.csv.part'"
            .formatted(file),
        assertInstanceOf(OutputException.class, refusal.getCause()).getMessage());
    assertEquals("step,loss\r\n1,2.0\r\n", Files.readString(file));
  }

  @Test
  void anEventFileSaysBehindWhichStepItGoesOn() throws IOException {
    RunState state;
    try (TensorBoardListener listener = new TensorBoardListener(folder)) {
      state = begin(listener, 11);
    }
    try (TensorBoardListener listener = new TensorBoardListener(folder)) {
      resume(listener, state);
    }
    List<Path> files = files(folder);
    assertEquals(2, files.size());
    assertEquals(11 + 1, read(files.get(0)).size());
    assertEquals(0, begun);
    assertEquals(9, read(files.get(1)).get(0).step());
    assertEquals(9, begun);
  }

  /** A device that is always full, or where there is none a folder that is not there. */
  private static void fill(Path file) throws IOException {
    Path full = Path.of("/dev/full");
    Files.createSymbolicLink(file, Files.exists(full) ? full : file.resolve("no/folder"));
  }

  @Test
  void aFullDiskIsToldOfAndTheOldFileStays() throws IOException {
    Path file = folder.resolve("steps.csv");
    Files.writeString(file, "old");
    fill(folder.resolve("steps.csv.part"));
    try (CsvListener listener = new CsvListener(file)) {
      ListenerException failure = assertThrows(ListenerException.class, () -> run(listener));
      OutputException cause = assertInstanceOf(OutputException.class, failure.getCause());
      String message = String.valueOf(cause.getMessage());
      assertTrue(message.startsWith("cannot write to '" + file + "': "), message);
      assertTrue(message.contains("; make room there, or "), message);
    }
    Files.delete(folder.resolve("steps.csv.part"));
    assertEquals("old", Files.readString(file));
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
      OutputException cause = assertInstanceOf(OutputException.class, failure.getCause());
      String message = String.valueOf(cause.getMessage());
      assertTrue(message.startsWith("cannot write to '" + file), message);
      assertTrue(message.endsWith(" that you may write to"), message);
      assertFalse(Files.isDirectory(file));
    }
  }
}
