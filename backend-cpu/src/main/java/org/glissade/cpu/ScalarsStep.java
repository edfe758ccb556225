package org.glissade.cpu;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.glissade.plan.Instruction;
import org.glissade.plan.Slot;
import org.glissade.plan.Step;

/** Arithmetic in double on columns and scalars. */
final class ScalarsStep implements CompiledStep {
  /** One instruction for all groups: it fills its own array, or puts another in its place. */
  @FunctionalInterface
  private interface Op {
    void run(double[][] values);
  }

  private record Assignment(Op[] ops, double[][] values, Cell target) {
    void run() {
      for (Op op : ops) {
        op.run(values);
      }
      double[] out = target.doubles;
      System.arraycopy(values[ops.length - 1], 0, out, 0, out.length);
    }
  }

  private final Assignment[] assignments;

  ScalarsStep(Step.Scalars step, Function<Slot, Cell> cells) {
    assignments =
        step.assignments().stream()
            .map(assignment -> compile(assignment, cells))
            .toArray(Assignment[]::new);
  }

  private static Assignment compile(Step.Assignment assignment, Function<Slot, Cell> cells) {
    Cell target = cells.apply(assignment.target());
    List<Instruction> code = assignment.code().instructions();
    double[][] values = new double[code.size()][target.length()];
    Op[] ops = new Op[code.size()];
    for (int i = 0; i < ops.length; i++) {
      ops[i] = op(code.get(i), i, values[i], cells);
    }
    return new Assignment(ops, values, target);
  }

  private static Op op(Instruction instruction, int i, double[] own, Function<Slot, Cell> cells) {
    int n = own.length;
    if (instruction instanceof Instruction.Unary unary) {
      return v -> Columns.apply(unary.fn(), v[unary.x()], own, n);
    }
    if (instruction instanceof Instruction.Binary binary) {
      return v -> Columns.apply(binary.fn(), v[binary.x()], v[binary.y()], own, n);
    }
    if (instruction instanceof Instruction.Select select) {
      return v -> Columns.select(v[select.condition()], v[select.yes()], v[select.no()], own, n);
    }
    if (instruction instanceof Instruction.Constant constant) {
      Arrays.fill(own, constant.value());
      return v -> {};
    }
    if (instruction instanceof Instruction.Table table) {
      Arrays.setAll(own, table.values()::get);
      return v -> {};
    }
    return load(instruction, i, own, cells);
  }

  private static Op load(Instruction instruction, int i, double[] own, Function<Slot, Cell> cells) {
    if (instruction instanceof Instruction.LoadScalar scalar) {
      Cell cell = cells.apply(scalar.scalar());
      return v -> Arrays.fill(own, cell.doubles[0]);
    }
    if (instruction instanceof Instruction.LoadColumn column) {
      Cell cell = cells.apply(column.column());
      return v -> v[i] = cell.doubles;
    }
    if (instruction instanceof Instruction.Load load) {
      Cell cell = cells.apply(load.view().slot());
      int at = load.view().offset();
      int stride = load.strides().isEmpty() ? 0 : load.strides().get(0);
      return v -> {
        for (int g = 0; g < own.length; g++) {
          own[g] = cell.floats[cell.offset + at + g * stride];
        }
      };
    }
    throw new IllegalStateException("Scalars cannot run " + instruction);
  }

  @Override
  public void run(int worker, int workers) {
    if (worker == 0) {
      for (Assignment assignment : assignments) {
        assignment.run();
      }
    }
  }

  @Override
  public long work() {
    return 0;
  }
}
