package org.glissade.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.glissade.tensor.Op;
import org.glissade.tensor.Space;
import org.glissade.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/** Writes arithmetic on columns and scalars, one assignment per node. */
final class ScalarCode {
  private final Memory memory;
  private final List<Instruction> instructions = new ArrayList<>();

  private ScalarCode(Memory memory) {
    this.memory = memory;
  }

  /** Computes a node into its slot. */
  static Step.Assignment assign(Memory memory, Tensor node) {
    ScalarCode code = new ScalarCode(memory);
    code.compute(node);
    return code.into(memory.slot(node));
  }

  /** Copies a column or scalar. */
  static Step.Assignment copy(Memory memory, Slot from, Slot target, Space space) {
    ScalarCode code = new ScalarCode(memory);
    code.load(from, space);
    return code.into(target);
  }

  /** Gives a variable its next value, unless a condition fails. */
  static Step.Assignment store(
      Memory memory, Slot next, Slot target, Space space, @Nullable Slot when) {
    ScalarCode code = new ScalarCode(memory);
    if (when == null) {
      code.load(next, space);
    } else {
      int holds = code.load(when, Space.SCALAR);
      int yes = code.load(next, space);
      int no = code.load(target, space);
      code.emit(new Instruction.Select(holds, yes, no));
    }
    return code.into(target);
  }

  /** 0 where a condition holds; elsewhere another condition, or 1. */
  static Step.Assignment unless(Memory memory, Slot condition, @Nullable Slot other, Slot target) {
    ScalarCode code = new ScalarCode(memory);
    int holds = code.load(condition, Space.SCALAR);
    int zero = code.emit(new Instruction.Constant(0));
    int elsewhere =
        other == null ? code.emit(new Instruction.Constant(1)) : code.load(other, Space.SCALAR);
    code.emit(new Instruction.Select(holds, zero, elsewhere));
    return code.into(target);
  }

  private Step.Assignment into(Slot target) {
    return new Step.Assignment(new Code(instructions, instructions.size() - 1), target);
  }

  private void compute(Tensor node) {
    Op op = node.op();
    if (op instanceof Op.Unary unary) {
      emit(new Instruction.Unary(unary.fn(), operand(node.input(0))));
    } else if (op instanceof Op.Binary binary) {
      int x = operand(node.input(0));
      emit(new Instruction.Binary(binary.fn(), x, operand(node.input(1))));
    } else if (op instanceof Op.Select) {
      int condition = operand(node.input(0));
      int yes = operand(node.input(1));
      emit(new Instruction.Select(condition, yes, operand(node.input(2))));
    } else if (op instanceof Op.GroupSizes sizes) {
      List<Double> values = DoubleStream.of(sizes.partition().sizes()).boxed().toList();
      emit(new Instruction.Table(values));
    } else if (op instanceof Op.Cast) {
      List<Integer> strides = node.space() == Space.COLUMN ? List.of(1) : List.of();
      emit(new Instruction.Load(memory.view(node.input(0)), strides));
    } else {
      operand(node);
    }
  }

  private int operand(Tensor node) {
    Tensor source = node.op() instanceof Op.Broadcast ? node.input(0) : node;
    return source.op() instanceof Op.Constant constant
        ? emit(new Instruction.Constant(constant.value()))
        : load(memory.slot(source), source.space());
  }

  private int load(Slot slot, Space space) {
    return emit(
        space == Space.SCALAR
            ? new Instruction.LoadScalar(slot)
            : new Instruction.LoadColumn(slot));
  }

  private int emit(Instruction instruction) {
    instructions.add(instruction);
    return instructions.size() - 1;
  }
}
