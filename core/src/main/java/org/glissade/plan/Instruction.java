package org.glissade.plan;

import java.util.List;
import org.glissade.tensor.BinaryFn;
import org.glissade.tensor.Partition;
import org.glissade.tensor.UnaryFn;

/** One value of a {@link Code}. Operands are numbers of earlier instructions. */
public sealed interface Instruction {
  /**
   * A number of a view, picked by the indices of the iteration: index i of axis d moves {@code
   * strides[d]} numbers. Bytes count from 0 to 255. In a column the one axis is that of the groups;
   * where there are no strides all groups get the same number.
   */
  record Load(View view, List<Integer> strides) implements Instruction {}

  /**
   * A number of a row that an index picks: the row is {@code index[i]}, where i is the iteration's
   * index along {@code rowAxis} (or 0 if that is -1), and within the row index i of axis d moves
   * {@code strides[d]} numbers.
   */
  record LoadRow(View data, View index, int rowAxis, List<Integer> strides)
      implements Instruction {}

  /** The matrix product that this code finishes, at the element at hand. */
  record Product() implements Instruction {}

  /** A flat buffer at the element at hand. Only in sweeps. */
  record LoadFlat(Slot flat) implements Instruction {}

  /** A double of the group that the element at hand belongs to. Only in sweeps. */
  record LoadGroup(Slot column, Partition partition) implements Instruction {}

  /** A double of the column at hand. Only in columns. */
  record LoadColumn(Slot column) implements Instruction {}

  /** A double that stands alone. */
  record LoadScalar(Slot scalar) implements Instruction {}

  /** The same number everywhere. */
  record Constant(double value) implements Instruction {}

  /** One number per group. Only in columns. */
  record Table(List<Double> values) implements Instruction {}

  /** The index of the iteration along an axis. */
  record Index(int axis) implements Instruction {}

  /** A function of one operand. */
  record Unary(UnaryFn fn, int x) implements Instruction {}

  /** A function of two operands. */
  record Binary(BinaryFn fn, int x, int y) implements Instruction {}

  /** {@code yes} where the condition is not 0, else {@code no}. */
  record Select(int condition, int yes, int no) implements Instruction {}
}
