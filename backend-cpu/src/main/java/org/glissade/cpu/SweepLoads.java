package org.glissade.cpu;

import java.util.Set;
import java.util.function.Function;
import org.glissade.cpu.kernel.Kernels;
import org.glissade.plan.Instruction;
import org.glissade.plan.Slot;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Parameter;
import org.glissade.tensor.Partition;

/** Compiles the instructions of sweeps that load something. */
final class SweepLoads {
  private final Kernels kernels;
  private final Function<Slot, Cell> cells;
  private final Set<Integer> copied;

  /**
   * Loads for one piece of code.
   *
   * @param copied the loads whose values must outlast the stores of their tile
   */
  SweepLoads(Kernels kernels, Function<Slot, Cell> cells, Set<Integer> copied) {
    this.kernels = kernels;
    this.cells = cells;
    this.copied = copied;
  }

  /** The operation of instruction number i. */
  TileOp compile(Instruction instruction, int i) {
    if (instruction instanceof Instruction.Constant constant) {
      return Uniform.constant(kernels, i, constant.value());
    }
    if (instruction instanceof Instruction.LoadScalar scalar) {
      return Uniform.scalar(kernels, i, cells.apply(scalar.scalar()));
    }
    if (instruction instanceof Instruction.LoadFlat flat) {
      Cell cell = cells.apply(flat.flat());
      return copied.contains(i)
          ? (t, start, n) -> kernels.copy(t.own(i), 0, cell.floats, start, n)
          : (t, start, n) -> t.point(i, cell.floats, start);
    }
    if (instruction instanceof Instruction.LoadGroup group) {
      Cell column = cells.apply(group.column());
      Partition partition = group.partition();
      return partition.perUnit()
          ? (t, start, n) -> units(t, i, column.doubles, partition, start, n)
          : (t, start, n) -> Uniform.put(kernels, t, i, value(t, column, partition), n);
    }
    throw new IllegalStateException("A sweep cannot run " + instruction);
  }

  /** Elements that belong to no group get 0. */
  private static double value(Tile t, Cell column, Partition partition) {
    int group = partition.firstGroup(t.parameter);
    return group == Partition.NONE ? 0 : column.doubles[group];
  }

  private static void units(Tile t, int i, double[] column, Partition partition, int start, int n) {
    Layout layout = partition.layout();
    Parameter parameter = layout.parameters().get(t.parameter);
    int first = partition.firstGroup(t.parameter);
    int element = start - layout.offset(t.parameter);
    int units = parameter.units();
    int stride = parameter.unitStride();
    float[] own = t.own(i);
    double[] exact = t.doubles(i);
    boolean fits = true;
    for (int e = 0; e < n; e++) {
      double value = first == Partition.NONE ? 0 : column[first + (element + e) / stride % units];
      exact[e] = value;
      own[e] = (float) value;
      fits &= TileArithmetic.fits(value);
    }
    t.exact[i] = !fits;
  }
}
