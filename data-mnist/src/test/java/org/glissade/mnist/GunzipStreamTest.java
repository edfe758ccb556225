package org.glissade.mnist;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GunzipStreamTest {
  private static final byte[] DATA = IdxBytes.images(9, 8, 7);
  private static final byte[] GZIP = IdxBytes.gzip(DATA);

  @Test
  void optionalHeaderFieldsArePassedOver() throws IOException {
    byte[] header = Arrays.copyOf(GZIP, 10);
    byte[] rest = Arrays.copyOfRange(GZIP, 10, GZIP.length);
    byte[] extra = {3, 0, 'x', 'y', 'z'};
    byte[] text = {'a', 'b', 0};
    byte[] checksum = {1, 2};
    header[3] = 4 | 8 | 16 | 2;

    byte[] all = IdxBytes.join(header, extra, text, text, checksum, rest);

    assertArrayEquals(DATA, inflate(all));
  }

  @Test
  void membersFollowOneAnother() throws IOException {
    byte[] first = Arrays.copyOf(DATA, 100);
    byte[] second = Arrays.copyOfRange(DATA, 100, DATA.length);

    assertArrayEquals(DATA, inflate(IdxBytes.join(IdxBytes.gzip(first), IdxBytes.gzip(second))));
  }

  @Test
  void singleBytesAndTheEnd() throws IOException {
    try (GunzipStream in = stream(GZIP)) {
      for (byte expected : DATA) {
        assertEquals(expected & 0xff, in.read());
      }
      assertEquals(-1, in.read());
      assertEquals(-1, in.read());
      assertEquals(0, in.read(new byte[3], 1, 0));
    }
  }

  /** Six bytes of time and system, the text flag and padding bits say nothing about the data. */
  @Test
  void noFlippedBitChangesTheData() throws IOException {
    int refused = 0;
    for (int bit = 0; bit < GZIP.length * 8; bit++) {
      byte[] flipped = GZIP.clone();
      flipped[bit / 8] ^= (byte) (1 << (bit % 8));
      try {
        assertArrayEquals(DATA, inflate(flipped), "bit " + bit);
      } catch (IdxException e) {
        refused++;
      }
    }
    int harmless = 8 * 6 + 1;
    int padding = 7;
    assertTrue(refused <= GZIP.length * 8 - harmless, "refused " + refused);
    assertTrue(refused >= GZIP.length * 8 - harmless - padding, "refused " + refused);
  }

  @Test
  void everyTruncationIsRefused() {
    for (int length = 0; length < GZIP.length; length++) {
      byte[] cut = Arrays.copyOf(GZIP, length);
      IdxException e = assertThrows(IdxException.class, () -> inflate(cut), "length " + length);
      assertEquals("f, compressed byte " + length, String.valueOf(e.getMessage()).split(":")[0]);
    }
  }

  private static GunzipStream stream(byte[] bytes) throws IOException {
    return new GunzipStream("f", new ByteArrayInputStream(bytes));
  }

  private static byte[] inflate(byte[] bytes) throws IOException {
    try (GunzipStream in = stream(bytes)) {
      return in.readAllBytes();
    }
  }
}
