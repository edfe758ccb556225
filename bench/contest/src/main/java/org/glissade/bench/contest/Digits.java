package org.glissade.bench.contest;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * MNIST as rivals want it: floats in 0..1, example after example, and a class for each.
 *
 * @param pixels 784 for each example
 * @param labels 0 to 9
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
public record Digits(float[] pixels, int[] labels) {
  /** Pixels of an example. */
  public static final int PIXELS = 784;

  /** Digits that there are. */
  public static final int CLASSES = 10;

  private static final int IMAGES_HEADER = 16;
  private static final int LABELS_HEADER = 8;
  private static final float WHITE = 255;

  /** The training set in a folder of gzipped IDX files, or its beginning. */
  public static Digits train(Path folder, int limit) {
    return read(folder, "train", Math.min(limit, 60_000));
  }

  /** The test set. */
  public static Digits test(Path folder) {
    return read(folder, "t10k", 10_000);
  }

  private static Digits read(Path folder, String name, int count) {
    byte[] images =
        bytes(folder.resolve(name + "-images-idx3-ubyte.gz"), IMAGES_HEADER, count * PIXELS);
    byte[] classes = bytes(folder.resolve(name + "-labels-idx1-ubyte.gz"), LABELS_HEADER, count);
    float[] pixels = new float[images.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (images[i] & 0xff) / WHITE;
    }
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      labels[i] = classes[i];
    }
    return new Digits(pixels, labels);
  }

  private static byte[] bytes(Path file, int header, int count) {
    try (DataInputStream in =
        new DataInputStream(new GZIPInputStream(Files.newInputStream(file), 1 << 16))) {
      in.skipNBytes(header);
      byte[] bytes = new byte[count];
      in.readFully(bytes);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** How many examples there are. */
  public int count() {
    return labels.length;
  }

  /** A row of ten for each example, 1 at its class. */
  public float[] oneHot() {
    float[] rows = new float[count() * CLASSES];
    for (int i = 0; i < count(); i++) {
      rows[i * CLASSES + labels[i]] = 1;
    }
    return rows;
  }

  /** How often the greatest of ten numbers stands at the class, of all examples. */
  public double accuracy(float[] logits) {
    int right = 0;
    for (int i = 0; i < count(); i++) {
      int best = 0;
      for (int k = 1; k < CLASSES; k++) {
        if (logits[i * CLASSES + k] > logits[i * CLASSES + best]) {
          best = k;
        }
      }
      if (best == labels[i]) {
        right++;
      }
    }
    return (double) right / count();
  }
}
