package org.glissade.cpu;

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

  SweepLoads(Kernels kernels, Function<Slot, Cell> cells) {
    this.kernels = kernels;
    this.cells = cells;
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
      return (t, start, n) -> t.point(i, cell.floats, start);
    }
    if (instruction instanceof Instruction.LoadGroup group) {
      Cell column = cells.apply(group.column());
      Partition partition = group.partition();
      return partition.perUnit()
          ? (t, start, n) -> units(t, i, column.doubles, partition, start, n)
          : (t, start, n) ->
              Uniform.put(kernels, t, i, column.doubles[partition.firstGroup(t.parameter)], n);
    }
    throw new IllegalStateException("A sweep cannot run " + instruction);
  }

  private static void units(Tile t, int i, double[] column, Partition partition, int start, int n) {
    Layout layout = partition.layout();
    Parameter parameter = layout.parameters().get(t.parameter);
    int first = partition.firstGroup(t.parameter);
    int element = start - layout.offset(t.parameter);
    int units = parameter.units();
    int stride = parameter.unitStride();
    float[] own = t.own(i);
    for (int e = 0; e < n; e++) {
      own[e] = (float) column[first + (element + e) / stride % units];
    }
  }
}
