package org.glissade.mnist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class IdxErrorsTest {
  private static final byte[] IMAGES = IdxBytes.images(4, 3, 2);
  private static final byte[] GZIP = IdxBytes.gzip(IMAGES);

  private final StringBuilder messages = new StringBuilder();

  @TempDir Path folder;

  @Test
  void ofOneFile() throws IOException {
    add("no file", () -> Idx.readImages(folder.resolve("none")));
    image("empty", new byte[0]);
    image("header truncated", Arrays.copyOf(IMAGES, 10));
    image("body truncated", Arrays.copyOf(IMAGES, 30));
    image("body truncated, then compressed", IdxBytes.gzip(Arrays.copyOf(IMAGES, 30)));
    image("over-long", IdxBytes.join(IMAGES, new byte[5]));
    image("over-long, then compressed", IdxBytes.gzip(IdxBytes.join(IMAGES, new byte[5])));
    image("labels for images", IdxBytes.labels(1, 2, 3));
    image("a web page", "<!DOCTYPE html>".getBytes(StandardCharsets.US_ASCII));
    image("a picture", IdxBytes.ints(0x89504e47, 0x0d0a1a0a));
    image("IDX of floats", IdxBytes.ints(0x0d03, 1, 1, 1, 0));
    image("no images", IdxBytes.ints(0x0803, 0, 28, 28));
    image("a negative length", IdxBytes.ints(0x0803, 1, -28, 28));
    image("more than an array holds", IdxBytes.ints(0x0803, 60_000, 28_000, 28_000));
    image("more than the file holds", IdxBytes.ints(0x0803, 60_000, 28, 28));
    assertGolden("idx-errors.golden");
  }

  @Test
  void ofGzip() throws IOException {
    image("truncated in the header", Arrays.copyOf(GZIP, 7));
    image("truncated in the data", Arrays.copyOf(GZIP, 20));
    image("truncated in the trailer", Arrays.copyOf(GZIP, GZIP.length - 3));
    image("method", gzipWith(2, 9));
    image("flags", gzipWith(3, 0x80));
    image("block type", gzipWith(10, 7));
    image("checksum", gzipWith(GZIP.length - 5, GZIP[GZIP.length - 5] ^ 0x10));
    image("length", gzipWith(GZIP.length - 4, 41));
    image("something after it", IdxBytes.join(GZIP, new byte[] {'e', 'n', 'd'}));
    assertGolden("gzip-errors.golden");
  }

  @Test
  void ofAFolder() throws IOException {
    add("no folder", () -> Mnist.load(folder.resolve("none")));
    Path file = Files.write(folder.resolve("file"), new byte[1]);
    add("a file", () -> Mnist.load(file));
    changed("a file is missing", set -> Files.delete(set.resolve("t10k-labels-idx1-ubyte")));
    replaced("fewer labels", "train-labels-idx1-ubyte", IdxBytes.labels(1, 2));
    replaced("another size", "t10k-images-idx3-ubyte", IdxBytes.images(2, 2, 3));
    replaced("label out of range", "train-labels-idx1-ubyte", IdxBytes.labels(1, 2, 10, 3, 4));
    replaced(
        "label out of range in gzip",
        "t10k-labels-idx1-ubyte",
        IdxBytes.gzip(IdxBytes.labels(1, 255)));
    replaced("truncated", "train-labels-idx1-ubyte", Arrays.copyOf(IdxBytes.labels(1, 2), 9));
    assertGolden("folder-errors.golden");
  }

  @Test
  void ofAResource() throws IOException {
    String empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    InputStream nothing = new ByteArrayInputStream(new byte[0]);
    InputStream something = new ByteArrayInputStream(new byte[1]);

    assertEquals(true, Bundle.damage("file.gz", nothing, empty).isEmpty());
    assertEquals(true, Bundle.damage().isEmpty());
    assertEquals(
        "resource org/glissade/mnist/file.gz: found SHA-256"
            + " 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d, expected "
            + empty
            + "; fetch or build the jar glissade-data-mnist again",
        Bundle.damage("file.gz", something, empty).orElseThrow().getMessage());
  }

  /** A whole small data set with something changed. */
  private interface Change {
    void apply(Path set) throws IOException;
  }

  private void changed(String name, Change change) throws IOException {
    Path set = folder.resolve(name.replace(' ', '-'));
    IdxBytes.writeSet(set);
    change.apply(set);
    add(name, () -> Mnist.load(set));
  }

  private void replaced(String name, String file, byte[] bytes) throws IOException {
    changed(name, set -> Files.write(set.resolve(file), bytes));
  }

  private void image(String name, byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("images"), bytes);
    add(name, () -> Idx.readImages(file));
  }

  private static byte[] gzipWith(int index, int value) {
    byte[] bytes = GZIP.clone();
    bytes[index] = (byte) value;
    return bytes;
  }

  private void add(String name, Executable executable) {
    String message =
        String.valueOf(assertThrows(IdxException.class, executable, name).getMessage());
    assertEquals(1, message.lines().count(), name);
    String shown = message.replace(folder + "/", "");
    messages.append("# ").append(name).append('\n').append(shown).append('\n');
  }

  private void assertGolden(String file) throws IOException {
    try (InputStream in = IdxErrorsTest.class.getResourceAsStream(file)) {
      String golden = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(golden, messages.toString(), file);
    }
  }
}
