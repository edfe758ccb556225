package org.glissade.mnist;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** IDX files made by hand, so that reader and writer are not tested against each other only. */
final class IdxBytes {
  private IdxBytes() {}

  /** Images of seeded pixels. */
  static byte[] images(int count, int rows, int columns) {
    byte[] pixels = new byte[count * rows * columns];
    new Random(28).nextBytes(pixels);
    return join(ints(0x0803, count, rows, columns), pixels);
  }

  /** These labels. */
  static byte[] labels(int... labels) {
    byte[] bytes = new byte[labels.length];
    for (int i = 0; i < labels.length; i++) {
      bytes[i] = (byte) labels[i];
    }
    return join(ints(0x0801, labels.length), bytes);
  }

  /** Big-endian ints. */
  static byte[] ints(int... values) {
    ByteBuffer buffer = ByteBuffer.allocate(4 * values.length);
    for (int value : values) {
      buffer.putInt(value);
    }
    return buffer.array();
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** A folder with a whole small data set of plain files, 3 × 2 pixels. */
  static void writeSet(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.write(folder.resolve("train-images-idx3-ubyte"), images(5, 3, 2));
    Files.write(folder.resolve("train-labels-idx1-ubyte"), labels(9, 0, 1, 2, 3));
    Files.write(folder.resolve("t10k-images-idx3-ubyte"), images(2, 3, 2));
    Files.write(folder.resolve("t10k-labels-idx1-ubyte"), labels(4, 9));
  }
}
