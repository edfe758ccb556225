package org.glissade.cpu.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BitMatrixTest {
  @Test
  void transposedBitByBit() {
    long seed = 20_261_125;
    Random random = new Random(seed);
    long[] square = new long[64];
    for (int round = 0; round < 200; round++) {
      int rows = 1 + random.nextInt(150);
      int columns = 1 + random.nextInt(150);
      String what = "seed %d, round %d: %d x %d".formatted(seed, round, rows, columns);
      boolean[][] bits = new boolean[rows][columns];
      BitMatrix matrix = new BitMatrix(rows, columns);
      for (int r = 0; r < rows; r++) {
        for (int c = 0; c < columns; c++) {
          bits[r][c] = random.nextBoolean();
        }
        for (int w = 0; w < BitMatrix.words(columns); w++) {
          matrix.set(r, w, word(bits[r], w));
        }
      }
      BitMatrix swapped = new BitMatrix(columns, rows);
      int cut = random.nextInt(columns + 1);
      swapped.transpose(matrix, cut, columns, square);
      swapped.transpose(matrix, 0, cut, square);
      for (int c = 0; c < columns; c++) {
        boolean[] column = new boolean[rows];
        for (int r = 0; r < rows; r++) {
          column[r] = bits[r][c];
        }
        for (int w = 0; w < BitMatrix.words(rows); w++) {
          assertEquals(word(column, w), swapped.word(c, w), what + ", column " + c);
        }
      }
    }
  }

  private static long word(boolean[] bits, int word) {
    long value = 0;
    for (int i = 64 * word; i < Math.min(bits.length, 64 * word + 64); i++) {
      value |= bits[i] ? 1L << i : 0;
    }
    return value;
  }
}
