package org.glissade.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.glissade.data.Field;
import org.glissade.mnist.Idx;
import org.glissade.tensor.Shape;

/** A folder of IDX files that is learned in a moment: class k lights row k of a noisy image. */
final class SmallData {
  static final int TRAIN = 600;
  static final int TEST = 200;
  private static final int SIDE = 10;
  private static final int NOISE = 100;
  private static final int LIGHT = 120;

  private SmallData() {}

  /** Writes the four files. */
  static Path write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Random random = new Random(7);
    pair(folder, "train", TRAIN, random);
    pair(folder, "t10k", TEST, random);
    return folder;
  }

  private static void pair(Path folder, String name, int count, Random random) {
    byte[] labels = new byte[count];
    byte[] pixels = new byte[count * SIDE * SIDE];
    for (int i = 0; i < count; i++) {
      labels[i] = (byte) (i % SIDE);
      for (int k = 0; k < SIDE * SIDE; k++) {
        int light = k / SIDE == labels[i] ? LIGHT : 0;
        pixels[i * SIDE * SIDE + k] = (byte) (light + random.nextInt(NOISE));
      }
    }
    Idx.write(folder.resolve(name + "-images-idx3-ubyte"), Field.u8(Shape.of(SIDE, SIDE), pixels));
    Idx.write(folder.resolve(name + "-labels-idx1-ubyte"), Field.u8(Shape.of(), labels));
  }
}
