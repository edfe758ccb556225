package org.glissade.nn.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeaderReaderTest {
  private static final String X = "\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}";

  private static final String RUN =
      """
      backend=b
      batch=1
      chain=c
      dataset=d
      examples=1
      glissade.format=1
      model=m
      position.batch=0
      position.epoch=0
      position.loss-count=0
      position.loss-sum=0
      position.step=0
      seed=1
      """;

  @TempDir private Path folder;

  @Test
  void mistakesSayWhereWhatWasFoundAndExpected() throws IOException {
    StringBuilder said = new StringBuilder();
    tell(said, "empty file", new byte[0]);
    tell(said, "foreign file", "a,b,c\n1,2,3\n4,5,6\n".getBytes(StandardCharsets.US_ASCII));
    tell(said, "no object", file("[1]", 0));
    tell(said, "no JSON", file("{x}", 0));
    tell(said, "cut JSON", file("{\"x\":{", 0));
    tell(said, "two objects", file("{} {}", 0));
    tell(said, "tensor is a number", file("{\"x\":1}", 0));
    tell(said, "metadata is a number", file("{\"__metadata__\":{\"a\":1}}", 0));
    tell(said, "the same name twice", file("{" + X + "," + X + "}", 8));
    tell(said, "unknown field", file("{" + X.replace("shape", "size") + "}", 8));
    tell(said, "missing field", file("{\"x\":{\"dtype\":\"F32\"}}", 8));
    tell(said, "unknown type", file("{" + X.replace("F32", "BF16") + "}", 8));
    tell(said, "shape of a word", file("{" + X.replace("[2]", "\"2\"") + "}", 8));
    tell(said, "shape of fractions", file("{" + X.replace("[2]", "[2.5]") + "}", 8));
    tell(said, "empty axis", file("{" + X.replace("[2]", "[0]") + "}", 8));
    tell(said, "huge axis", file("{" + X.replace("[2]", "[4000000000]") + "}", 8));
    tell(said, "wrong length", file("{" + X.replace("[2]", "[3]") + "}", 8));
    tell(said, "gap", file("{" + X.replace("[0,8]", "[4,12]") + "}", 12));
    tell(said, "too short", file("{" + X + "}", 7));
    tell(said, "too long", file("{" + X + "}", 9));
    tell(said, "no checksum", file("{" + X + "}", 8));
    tell(said, "no manifest", file("{\"__metadata__\":{\"crc32c\":\"0\"}}", 0));
    tell(said, "newer format", file(metadata("glissade.format=2\n"), 0));
    tell(said, "no seed", file(metadata("glissade.format=1\n"), 0));
    tell(said, "seed is a word", file(metadata("glissade.format=1\nseed=x\n"), 0));
    tell(
        said, "patience below 0", file(metadata(RUN + "patience.best=1\npatience.waited=-1\n"), 0));
    String golden;
    try (InputStream in = getClass().getResourceAsStream("broken.golden")) {
      golden = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    assertEquals(golden, said.toString());
  }

  /** A header without tensors that holds these metadata and their checksum. */
  private static String metadata(String unsorted) {
    String lines = unsorted.lines().sorted().map(line -> line + "\n").collect(Collectors.joining());
    java.util.zip.CRC32C checksum = new java.util.zip.CRC32C();
    checksum.update(lines.getBytes(StandardCharsets.UTF_8));
    StringBuilder json = new StringBuilder("{\"__metadata__\":{");
    lines
        .lines()
        .forEach(line -> json.append('"').append(line.replace("=", "\":\"")).append("\","));
    return json.append("\"crc32c\":\"")
        .append(Long.toHexString(checksum.getValue()))
        .append("\"}}")
        .toString();
  }

  private static byte[] file(String header, int data) {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(8 + json.length + data);
    return bytes.order(ByteOrder.LITTLE_ENDIAN).putLong(json.length).put(json).array();
  }

  private void tell(StringBuilder into, String about, byte[] bytes) throws IOException {
    Path file = folder.resolve("x.safetensors");
    Files.write(file, bytes);
    CheckpointException refusal =
        assertThrows(CheckpointException.class, () -> Checkpoint.read(file), about);
    String message = String.valueOf(refusal.getMessage()).replace(file.toString(), "FILE");
    into.append("# ").append(about).append('\n').append(message).append('\n');
  }
}
