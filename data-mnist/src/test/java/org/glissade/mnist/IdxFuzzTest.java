package org.glissade.mnist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IdxFuzzTest {
  private static final byte[] IMAGES = IdxBytes.images(3, 5, 4);
  private static final byte[] LABELS = IdxBytes.labels(3, 1, 4, 1, 5, 9, 2, 6);

  @Test
  void everyPrefixIsRefusedAndTheWholeIsNot() throws IOException {
    assertOnlyTheWholeIsRead(IMAGES, IdxReader.IMAGES, 3);
    assertOnlyTheWholeIsRead(LABELS, IdxReader.LABELS, 8);
    assertOnlyTheWholeIsRead(IdxBytes.gzip(IMAGES), IdxReader.IMAGES, 3);
    assertOnlyTheWholeIsRead(IdxBytes.gzip(LABELS), IdxReader.LABELS, 8);
  }

  @Test
  void everyFlippedBitOfAHeaderIsRefused() {
    for (int bit = 0; bit < 16 * 8; bit++) {
      byte[] flipped = IMAGES.clone();
      flipped[bit / 8] ^= (byte) (1 << (bit % 8));
      assertRefused(flipped, IdxReader.IMAGES, "bit " + bit);
    }
  }

  @Test
  void noiseIsRefusedWithNothingElse() {
    long seed = 0x1D7;
    Random random = new Random(seed);
    byte[] starts = IdxBytes.join(IdxBytes.ints(0x0803), IdxBytes.gzip(new byte[0]));
    for (int round = 0; round < 20_000; round++) {
      byte[] noise = new byte[random.nextInt(64)];
      random.nextBytes(noise);
      int start = random.nextInt(4);
      if (start == 0) {
        System.arraycopy(starts, 0, noise, 0, Math.min(4, noise.length));
      } else if (start == 1) {
        System.arraycopy(starts, 4, noise, 0, Math.min(10, noise.length));
      }
      assertRefused(noise, IdxReader.IMAGES, "seed " + seed + ", round " + round);
    }
  }

  private static void assertOnlyTheWholeIsRead(byte[] whole, int magic, int count)
      throws IOException {
    for (int length = 0; length < whole.length; length++) {
      assertRefused(Arrays.copyOf(whole, length), magic, "length " + length);
    }
    assertEquals(count, read(whole, magic).field().count());
    assertRefused(Arrays.copyOf(whole, whole.length + 1), magic, "a byte more");
  }

  private static void assertRefused(byte[] bytes, int magic, String context) {
    IdxException e = assertThrows(IdxException.class, () -> read(bytes, magic), context);
    assertEquals(1, String.valueOf(e.getMessage()).lines().count(), context);
  }

  private static IdxFile read(byte[] bytes, int magic) throws IOException {
    return IdxReader.read("file", new ByteArrayInputStream(bytes), bytes.length, magic);
  }
}
