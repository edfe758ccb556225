package org.glissade.cpu;

import java.util.function.Function;
import org.glissade.plan.Code;
import org.glissade.plan.Instruction;
import org.glissade.plan.Slot;
import org.glissade.plan.Step;

/** Arithmetic in double on columns and scalars. */
final class ScalarsStep implements CompiledStep {
  /** One instruction for one group. */
  @FunctionalInterface
  private interface Op {
    double at(int group, double[] values);
  }

  private record Assignment(Op[] ops, double[] values, Cell target) {
    void run() {
      double[] out = target.doubles;
      for (int group = 0; group < out.length; group++) {
        for (int i = 0; i < ops.length; i++) {
          values[i] = ops[i].at(group, values);
        }
        out[group] = values[ops.length - 1];
      }
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
    Code code = assignment.code();
    Op[] ops =
        code.instructions().stream().map(instruction -> op(instruction, cells)).toArray(Op[]::new);
    return new Assignment(ops, new double[ops.length], cells.apply(assignment.target()));
  }

  private static Op op(Instruction instruction, Function<Slot, Cell> cells) {
    if (instruction instanceof Instruction.Unary unary) {
      return (g, v) -> unary.fn().apply(v[unary.x()]);
    }
    if (instruction instanceof Instruction.Binary binary) {
      return (g, v) -> binary.fn().apply(v[binary.x()], v[binary.y()]);
    }
    if (instruction instanceof Instruction.Select select) {
      return (g, v) -> v[select.condition()] != 0 ? v[select.yes()] : v[select.no()];
    }
    if (instruction instanceof Instruction.Constant constant) {
      return (g, v) -> constant.value();
    }
    if (instruction instanceof Instruction.Table table) {
      double[] values = table.values().stream().mapToDouble(Double::doubleValue).toArray();
      return (g, v) -> values[g];
    }
    return load(instruction, cells);
  }

  private static Op load(Instruction instruction, Function<Slot, Cell> cells) {
    if (instruction instanceof Instruction.LoadScalar scalar) {
      Cell cell = cells.apply(scalar.scalar());
      return (g, v) -> cell.doubles[0];
    }
    if (instruction instanceof Instruction.LoadColumn column) {
      Cell cell = cells.apply(column.column());
      return (g, v) -> cell.doubles[g];
    }
    if (instruction instanceof Instruction.Load load) {
      Cell cell = cells.apply(load.view().slot());
      int at = load.view().offset();
      int stride = load.strides().isEmpty() ? 0 : load.strides().get(0);
      return (g, v) -> cell.floats[cell.offset + at + g * stride];
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
