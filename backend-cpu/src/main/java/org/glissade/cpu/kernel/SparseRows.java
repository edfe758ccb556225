package org.glissade.cpu.kernel;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A matrix whose rows are bytes that lie elsewhere, each standing for a number, with one bit for
 * each byte that is not 0: row by row, and column by column where that is asked for.
 */
public final class SparseRows {
  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** All bits of each byte but the highest. */
  private static final long LOW_BITS = 0x7f7f7f7f7f7f7f7fL;

  private static final long LOWEST_BITS = 0x0101010101010101L;

  /** What moves the lowest bit of each byte into the highest byte, when multiplied. */
  private static final long GATHER_BITS = 0x0102040810204080L;

  private static final byte[] NOTHING = {};

  private final int rows;
  private final int columns;

  /** What each of the 256 bytes stands for. */
  final float[] numbers;

  /** What all rows lie in. */
  byte[] bytes = NOTHING;

  /** Where in it each row begins. */
  final int[] begins;

  /** How far behind the beginning of its row each column lies. */
  final int[] steps;

  /** The bits of all rows, so many longs a row; bit {@code c % 64} belongs to column c. */
  final long[] rowBits;

  final int rowWords;

  /** The same by columns. */
  final long[] columnBits;

  final int columnWords;

  /**
   * A matrix to be read.
   *
   * @param numbers what each of the 256 bytes stands for; 0 stands for 0
   */
  public SparseRows(int rows, int columns, float[] numbers) {
    this.rows = rows;
    this.columns = columns;
    this.numbers = numbers.clone();
    this.begins = new int[rows];
    this.steps = new int[columns];
    Arrays.setAll(steps, column -> column);
    this.rowWords = words(columns);
    this.rowBits = new long[rows * rowWords];
    this.columnWords = words(rows);
    this.columnBits = new long[columns * columnWords];
  }

  /** How many longs hold so many bits. */
  static int words(int bits) {
    return (bits + Long.SIZE - 1) / Long.SIZE;
  }

  /** Takes a row from an array that all rows lie in. */
  public void read(int row, byte[] bytes, int from) {
    this.bytes = bytes;
    begins[row] = from;
    for (int w = 0; w < rowWords; w++) {
      int done = w * Long.SIZE;
      rowBits[row * rowWords + w] = some(bytes, from + done, Math.min(columns - done, Long.SIZE));
    }
  }

  /** One bit for each of up to 64 bytes: whether it is not 0. A branch for each would cost more. */
  private static long some(byte[] bytes, int from, int n) {
    long some = 0;
    int whole = n & -Long.BYTES;
    for (int i = 0; i < whole; i += Long.BYTES) {
      long eight = (long) EIGHT_BYTES.get(bytes, from + i);
      long high = (eight & LOW_BITS) + LOW_BITS | eight;
      some |= ((high >>> 7 & LOWEST_BITS) * GATHER_BITS >>> 56) << i;
    }
    for (int i = whole; i < n; i++) {
      some |= (bytes[from + i] == 0 ? 0L : 1L) << i;
    }
    return some;
  }

  /** Makes the bits of some columns from those of all rows. */
  public void transpose(int from, int to, SparseScratch scratch) {
    long[] square = scratch.square;
    for (int w = from / Long.SIZE; w < words(to); w++) {
      int first = Math.max(from, w * Long.SIZE);
      int end = Math.min(to, (w + 1) * Long.SIZE);
      for (int v = 0; v < columnWords; v++) {
        for (int i = 0; i < Long.SIZE; i++) {
          int row = v * Long.SIZE + i;
          square[i] = row < rows ? rowBits[row * rowWords + w] : 0;
        }
        transpose(square);
        for (int column = first; column < end; column++) {
          columnBits[column * columnWords + v] = square[column % Long.SIZE];
        }
      }
    }
  }

  /** Swaps squares of bits across the diagonal, from halves to single bits. */
  private static void transpose(long[] square) {
    long mask = 0xffffffffL;
    for (int size = Long.SIZE / 2; size > 0; size /= 2, mask ^= mask << size) {
      for (int at = 0; at < Long.SIZE; at += 2 * size) {
        for (int i = at; i < at + size; i++) {
          long moved = (square[i] >>> size ^ square[i + size]) & mask;
          square[i] ^= moved << size;
          square[i + size] ^= moved;
        }
      }
    }
  }

  /** 64 bits of a row of op(A). */
  long bits(boolean transA, int row, int word) {
    return transA ? columnBits[row * columnWords + word] : rowBits[row * rowWords + word];
  }

  /** A number of op(A). */
  float number(boolean transA, int row, int column) {
    int place = transA ? begins[column] + row : begins[row] + column;
    return numbers[bytes[place] & 0xff];
  }

  /**
   * Lists the columns of op(A), from one that 64 divides, in which one or both of two rows are not
   * 0; returns how many they are.
   */
  int list(boolean transA, int first, int second, int from, int to, int[] lines) {
    long[] bits = transA ? columnBits : rowBits;
    int length = transA ? columnWords : rowWords;
    int n = 0;
    for (int w = from / Long.SIZE; w < words(to); w++) {
      long some = bits[first * length + w] | bits[second * length + w];
      for (; some != 0; some &= some - 1) {
        lines[n++] = w * Long.SIZE + Long.numberOfTrailingZeros(some);
      }
    }
    return n;
  }
}
