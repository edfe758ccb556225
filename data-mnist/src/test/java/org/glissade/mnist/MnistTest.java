package org.glissade.mnist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.glissade.data.Dataset;
import org.glissade.data.Field;
import org.glissade.tensor.DType;
import org.glissade.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The numbers are from Python's gzip, struct and zlib.crc32 on the files as published. */
class MnistTest {
  private static final Mnist MNIST = Mnist.load();

  @TempDir Path folder;

  @Test
  void trainingImages() {
    Field images = MNIST.train().features();

    assertEquals("mnist/train", MNIST.train().name());
    assertEquals(60_000, images.count());
    assertEquals(Shape.of(28, 28), images.example());
    assertEquals(DType.U8, images.type());
    assertEquals(1_567_298_545L, sum(images));
    assertEquals(0xf3639b56L, crc(images));
    assertEquals(175, images.value(0, 5 * 28 + 18));
    assertEquals(27_525, sum(images.slice(0, 1)));
    assertEquals(20_920, sum(images.slice(59_999, 60_000)));
  }

  @Test
  void testImages() {
    Field images = MNIST.test().features();

    assertEquals("mnist/test", MNIST.test().name());
    assertEquals(10_000, images.count());
    assertEquals(Shape.of(28, 28), images.example());
    assertEquals(264_923_200L, sum(images));
    assertEquals(0xe4ca5f57L, crc(images));
    assertEquals(18_454, sum(images.slice(0, 1)));
    assertEquals(41_833, sum(images.slice(9_999, 10_000)));
  }

  @Test
  void labels() {
    assertLabels(
        MNIST.train(),
        new int[] {5, 0, 4, 1, 9, 2, 1, 3, 1, 4},
        new int[] {5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949});
    assertLabels(
        MNIST.test(),
        new int[] {7, 2, 1, 0, 4, 1, 4, 9, 5, 9},
        new int[] {980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009});
  }

  @Test
  void imagesAreHeldOnce() {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    Mnist.load();
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;

    long data = 70_000 * (784 + 1);
    assertTrue(allocated >= data, () -> allocated + " bytes");
    assertTrue(allocated < data + (4 << 20), () -> allocated + " bytes");
  }

  @Test
  void aFolderOfPlainFiles() throws IOException {
    IdxBytes.writeSet(folder.resolve("fashion"));

    Mnist fashion = Mnist.load(folder.resolve("fashion"));

    assertEquals("fashion/train", fashion.train().name());
    assertEquals(5, fashion.train().size());
    assertEquals(2, fashion.test().size());
    assertEquals(10, fashion.test().classes());
    assertEquals(Shape.of(3, 2), fashion.test().features().example());
    assertEquals(9, fashion.train().targets().value(0, 0));
    assertEquals(4, fashion.test().targets().value(0, 0));
  }

  @Test
  void plainAndGzipMixWhateverTheirNames() throws IOException {
    IdxBytes.writeSet(folder);
    Path images = folder.resolve("train-images-idx3-ubyte");
    Path labels = folder.resolve("train-labels-idx1-ubyte");
    Mnist plain = Mnist.load(folder);
    Files.write(folder.resolve(images.getFileName() + ".gz"), Files.readAllBytes(images));
    Files.delete(images);
    Files.write(labels, IdxBytes.gzip(Files.readAllBytes(labels)));

    Mnist mixed = Mnist.load(folder);

    assertEquals(crc(plain.train().features()), crc(mixed.train().features()));
    assertEquals(crc(plain.train().targets()), crc(mixed.train().targets()));
  }

  private static void assertLabels(Dataset data, int[] first, int[] perClass) {
    Field labels = data.targets();
    int[] counts = new int[Mnist.CLASSES];
    for (int i = 0; i < labels.count(); i++) {
      counts[(int) labels.value(i, 0)]++;
    }
    assertEquals(10, data.classes());
    assertEquals(Shape.of(), labels.example());
    assertEquals(DType.U8, labels.type());
    assertEquals(Arrays.toString(perClass), Arrays.toString(counts));
    for (int i = 0; i < first.length; i++) {
      assertEquals(first[i], labels.value(i, 0));
    }
  }

  private static long sum(Field field) {
    long sum = 0;
    for (byte value : (byte[]) field.array()) {
      sum += value & 0xff;
    }
    return sum;
  }

  private static long crc(Field field) {
    CRC32 crc = new CRC32();
    crc.update((byte[]) field.array());
    return crc.getValue();
  }
}
