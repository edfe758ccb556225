package org.glissade.cpu;

import org.glissade.cpu.kernel.SparseRows;

/** The rows of a batch that may be sparse. */
final class SparseBatch {
  private static final int BYTES = 256;

  private final PickedRows picked;
  private final double most;
  private final SparseRows rows;
  private int touched;

  /**
   * Rows of bytes.
   *
   * @param most the density up to which the data count as sparse
   * @param factor what each byte is multiplied by
   */
  SparseBatch(PickedRows picked, double most, float factor) {
    this.picked = picked;
    this.most = most;
    float[] numbers = new float[BYTES];
    for (int b = 0; b < BYTES; b++) {
      numbers[b] = b * factor;
    }
    this.rows = new SparseRows(picked.count(), picked.size(), numbers);
  }

  /** Whether the data that is bound now is sparse enough. */
  boolean isSparse() {
    return picked.data.density <= most;
  }

  /** Reads some rows of the batch. */
  void read(int from, int to) {
    int sum = 0;
    for (int row = from; row < to; row++) {
      sum += picked.touch(row);
      rows.read(row, picked.data.bytes, picked.begin(row));
    }
    touched = sum;
  }

  /** All rows that have been read. */
  SparseRows rows() {
    return rows;
  }
}
