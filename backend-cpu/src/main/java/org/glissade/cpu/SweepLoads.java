package org.glissade.cpu;

import java.util.function.Function;
import org.glissade.plan.Instruction;
import org.glissade.plan.Slot;
import org.glissade.tensor.Partition;

/** Compiles the instructions of sweeps that load something. */
final class SweepLoads implements Leaves {
  private final Function<Slot, Cell> cells;

  private final int workers;

  SweepLoads(Function<Slot, Cell> cells, int workers) {
    this.cells = cells;
    this.workers = workers;
  }

  @Override
  public TileOp compile(Instruction instruction, int i) {
    if (instruction instanceof Instruction.Constant constant) {
      return (t, start, n) -> t.values[i] = constant.value();
    }
    if (instruction instanceof Instruction.LoadScalar scalar) {
      Cell cell = cells.apply(scalar.scalar());
      return (t, start, n) -> t.values[i] = cell.doubles[0];
    }
    if (instruction instanceof Instruction.LoadFlat flat) {
      Cell cell = cells.apply(flat.flat());
      return (t, start, n) -> t.point(i, cell.floats, start);
    }
    if (instruction instanceof Instruction.LoadGroup group) {
      Cell column = cells.apply(group.column());
      Partition partition = group.partition();
      return partition.perUnit()
          ? new UnitLoad(column, partition, i, workers)
          : (t, start, n) -> t.values[i] = value(t, column, partition);
    }
    throw new IllegalStateException("A sweep cannot run " + instruction);
  }

  /** Elements that belong to no group get 0. */
  private static double value(Tile t, Cell column, Partition partition) {
    int group = partition.firstGroup(t.parameter);
    return group == Partition.NONE ? 0 : column.doubles[group];
  }

  @Override
  public boolean isInPlace(Instruction instruction) {
    return !Leaves.isPerUnit(instruction);
  }

  @Override
  public boolean isFlat(Instruction instruction) {
    return instruction instanceof Instruction.LoadFlat;
  }
}
