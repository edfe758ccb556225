package org.glissade.nn.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.glissade.nn.NamedTensor;
import org.glissade.nn.OutputException;
import org.glissade.nn.PatienceState;
import org.glissade.nn.RunIdentity;
import org.glissade.nn.RunState;
import org.glissade.nn.TrainingPosition;
import org.glissade.random.Philox;
import org.glissade.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {
  private static final int FUZZ = 400;
  private static final long SEED = 20_261_123;

  @TempDir private Path folder;

  private static RunState sample() {
    TreeMap<String, NamedTensor> tensors = new TreeMap<>();
    double[] floats = {1, -2.5, Double.NaN, Double.NEGATIVE_INFINITY, -0.0, Float.MIN_VALUE};
    tensors.put("parameters:dense-1/weight", new NamedTensor(Shape.of(2, 3), floats));
    tensors.put("count", new NamedTensor(Shape.of(), new double[] {1_407}));
    tensors.put("adam/\"ν\"", new NamedTensor(Shape.of(2), new double[] {Math.PI, 1e300}));
    double[] many = new double[20_000];
    for (int i = 0; i < many.length; i++) {
      many[i] = Philox.uniform(1, 0, 0, i);
    }
    tensors.put("long", new NamedTensor(Shape.of(20_000), many));
    RunIdentity identity =
        new RunIdentity(
            -7,
            128,
            "mnist",
            60_000,
            "sgd(0.1)",
            "10 parameters\n",
            "cpu: plain",
            new TreeMap<>(Map.of("layers", "128,64", "data.scale", "1/255")));
    TreeMap<String, NamedTensor> best = new TreeMap<>();
    best.put("count", new NamedTensor(Shape.of(), new double[] {938}));
    return new RunState(
        identity,
        new TrainingPosition(3, 20, 1_427, 12.345678901234567, 2_560),
        new PatienceState(0.12345678901234568, 1, best),
        tensors);
  }

  private Path written() {
    Path file = folder.resolve("a.safetensors");
    Checkpoint.write(file, sample());
    return file;
  }

  private static void assertSame(RunState expected, RunState actual) {
    assertEquals(expected.identity(), actual.identity());
    assertEquals(expected.position(), actual.position());
    assertEquals(expected.patience().best(), actual.patience().best());
    assertEquals(expected.patience().waited(), actual.patience().waited());
    assertSame(expected.tensors(), actual.tensors());
    assertSame(expected.patience().tensors(), actual.patience().tensors());
  }

  private static void assertSame(
      Map<String, NamedTensor> expected, Map<String, NamedTensor> actual) {
    assertEquals(expected.keySet(), actual.keySet());
    expected.forEach(
        (name, tensor) -> {
          NamedTensor found = Objects.requireNonNull(actual.get(name));
          assertEquals(tensor.shape(), found.shape(), name);
          assertArrayEquals(tensor.values(), found.values(), name);
        });
  }

  @Test
  void whatIsWrittenIsReadBackBitForBit() {
    assertSame(sample(), Checkpoint.read(written()));
  }

  @Test
  void numbersThatAreFloatsTakeFourBytes() throws IOException {
    byte[] bytes = Files.readAllBytes(written());
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int header = (int) buffer.getLong();
    assertEquals(0, header % 8);
    assertEquals(8 + header + 2 * 8 + 4 + 20_000 * 4 + 6 * 4 + 4, bytes.length);
    String json = new String(bytes, 8, header, StandardCharsets.UTF_8).stripTrailing();
    assertTrue(json.startsWith("{\"__metadata__\":{\"backend\":\"cpu: plain\","), json);
    assertTrue(
        json.contains("\"count\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[16,20]}"), json);
    assertTrue(json.contains("\"glissade.format\":\"1\""), json);
    assertFalse(json.contains("${"), "the version is filled in: " + json);
  }

  @Test
  void noTemporaryFileIsLeft() throws IOException {
    written();
    written();
    try (var files = Files.list(folder)) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void aFileThatCannotBeWrittenLeavesTheOldOne() throws IOException {
    Path file = written();
    Files.createDirectory(folder.resolve("a.safetensors.part"));
    assertThrows(OutputException.class, () -> Checkpoint.write(file, sample()));
    assertSame(sample(), Checkpoint.read(file));
  }

  @Test
  void everyTruncationIsFound() throws IOException {
    byte[] whole = Files.readAllBytes(written());
    for (int i = 0; i < FUZZ; i++) {
      int length = Math.floorMod(Philox.bits(SEED, 0, 0, i), whole.length);
      refused(java.util.Arrays.copyOf(whole, length), "length " + length + ", seed " + SEED);
    }
    refused(java.util.Arrays.copyOf(whole, whole.length + 1), "one byte more");
  }

  @Test
  void everyChangedByteIsFound() throws IOException {
    byte[] whole = Files.readAllBytes(written());
    for (int i = 0; i < FUZZ; i++) {
      // Half of the changes hit the header, which is short.
      int range = i % 2 == 0 ? 1_200 : whole.length;
      int at = Math.floorMod(Philox.bits(SEED, 1, 0, i), range);
      int bit = 1 << Math.floorMod(Philox.bits(SEED, 2, 0, i), 8);
      byte[] changed = whole.clone();
      changed[at] ^= (byte) bit;
      if (!(isBlank(whole[at]) && isBlank(changed[at]))) {
        refused(changed, "bit " + bit + " of byte " + at + ", seed " + SEED);
      }
    }
  }

  private static boolean isBlank(byte character) {
    return character == ' ' || character == '\n' || character == '\t' || character == '\r';
  }

  private void refused(byte[] bytes, String what) throws IOException {
    Path file = folder.resolve("broken.safetensors");
    Files.write(file, bytes);
    CheckpointException refusal =
        assertThrows(CheckpointException.class, () -> Checkpoint.read(file), what);
    String message = String.valueOf(refusal.getMessage());
    assertTrue(message.contains("broken.safetensors, offset "), message);
  }

  @Test
  void aMissingFileIsNamed() {
    Path file = folder.resolve("none.safetensors");
    String message =
        String.valueOf(
            assertThrows(java.io.UncheckedIOException.class, () -> Checkpoint.read(file))
                .getMessage());
    assertTrue(message.startsWith("Checkpoint " + file + " cannot be read: "), message);
  }

  @Test
  void theLatestHasMostSteps() throws IOException {
    assertTrue(Checkpoint.latest(folder.resolve("no-folder")).isEmpty());
    assertTrue(Checkpoint.latest(folder).isEmpty());
    Files.createFile(folder.resolve("checkpoint-000000090.safetensors"));
    Files.createFile(folder.resolve("checkpoint-1000000000.safetensors"));
    Files.createFile(folder.resolve("checkpoint-000000100.safetensors"));
    Files.createFile(folder.resolve("checkpoint-2000000000.safetensors.part"));
    Files.createFile(folder.resolve("other.safetensors"));
    assertEquals(
        folder.resolve("checkpoint-1000000000.safetensors"),
        Checkpoint.latest(folder).orElseThrow());
  }
}
