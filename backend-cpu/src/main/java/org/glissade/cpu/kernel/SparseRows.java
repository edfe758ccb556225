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
  private final int words;

  /** What each of the 256 bytes stands for. */
  final float[] numbers;

  /** What all rows lie in. */
  byte[] bytes = NOTHING;

  /** Where in it each row begins. */
  final int[] begins;

  /** How far behind the beginning of its row each column lies. */
  final int[] steps;

  /** What is not 0 in each row. */
  private final BitMatrix byRow;

  /** The same by columns. */
  private final BitMatrix byColumn;

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
    this.words = BitMatrix.words(columns);
    this.byRow = new BitMatrix(rows, columns);
    this.byColumn = new BitMatrix(columns, rows);
  }

  /** Takes a row from an array that all rows lie in. */
  public void read(int row, byte[] bytes, int from) {
    this.bytes = bytes;
    begins[row] = from;
    for (int w = 0; w < words; w++) {
      int done = w * Long.SIZE;
      byRow.set(row, w, some(bytes, from + done, Math.min(columns - done, Long.SIZE)));
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
    byColumn.transpose(byRow, from, to, scratch.square);
  }

  /** What is not 0 in each row of op(A). */
  BitMatrix bits(boolean transA) {
    return transA ? byColumn : byRow;
  }

  /** A number of op(A). */
  float number(boolean transA, int row, int column) {
    int place = transA ? begins[column] + row : begins[row] + column;
    return numbers[bytes[place] & 0xff];
  }

  /**
   * Lists the columns of op(A), from one that 64 divides, in which one or both of two rows are not
   * 0, from a place of {@code lines} on; returns how many they are.
   */
  int list(boolean transA, int first, int second, int from, int to, int[] lines, int place) {
    BitMatrix bits = bits(transA);
    int n = place;
    for (int w = from / Long.SIZE; w < BitMatrix.words(to); w++) {
      long some = bits.word(first, w) | bits.word(second, w);
      for (; some != 0; some &= some - 1) {
        lines[n++] = w * Long.SIZE + Long.numberOfTrailingZeros(some);
      }
    }
    return n - place;
  }
}
