package org.glissade.cpu.kernel;

/** Rows of bits: bit {@code c % 64} of word {@code c / 64} of a row belongs to column c. */
final class BitMatrix {
  private final long[] bits;
  private final int words;
  private final int rows;

  BitMatrix(int rows, int columns) {
    this.rows = rows;
    this.words = words(columns);
    this.bits = new long[rows * words];
  }

  /** How many longs hold so many bits. */
  static int words(int bits) {
    return (bits + Long.SIZE - 1) / Long.SIZE;
  }

  /** Columns {@code 64 * word} and the next 63 of a row; there are zeros behind the last column. */
  long word(int row, int word) {
    return bits[row * words + word];
  }

  void set(int row, int word, long value) {
    bits[row * words + word] = value;
  }

  /**
   * Makes some columns of another matrix the rows of this one, in squares of 64×64 bits. Where the
   * other one has few rows, the squares are smaller, and lie side by side.
   *
   * @param square 64 longs to work in
   */
  void transpose(BitMatrix from, int begin, int end, long[] square) {
    int size = from.rows >= Long.SIZE ? Long.SIZE : Integer.highestOneBit(2 * from.rows - 1);
    for (int w = begin / Long.SIZE; w < words(end); w++) {
      int first = Math.max(begin, w * Long.SIZE);
      int last = Math.min(end, (w + 1) * Long.SIZE);
      for (int v = 0; v < words; v++) {
        for (int i = 0; i < size; i++) {
          int row = v * Long.SIZE + i;
          square[i] = row < from.rows ? from.bits[row * from.words + w] : 0;
        }
        transpose(square, size);
        for (int column = first; column < last; column++) {
          long found = square[column & size - 1] >>> (column & Long.SIZE - size);
          bits[column * words + v] = found & -1L >>> -size;
        }
      }
    }
  }

  /**
   * Swaps squares of bits side by side across their diagonals, from halves to single bits. Source:
   * Warren, Hacker's Delight, section 7-3.
   */
  private static void transpose(long[] square, int size) {
    long mask = 0xffffffffL;
    for (int half = Long.SIZE / 2; half > 0; half /= 2, mask ^= mask << half) {
      for (int at = 0; half < size && at < size; at += 2 * half) {
        for (int i = at; i < at + half; i++) {
          long moved = (square[i] >>> half ^ square[i + half]) & mask;
          square[i] ^= moved << half;
          square[i + half] ^= moved;
        }
      }
    }
  }
}
