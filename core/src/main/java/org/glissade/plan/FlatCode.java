package org.glissade.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.glissade.tensor.Op;
import org.glissade.tensor.Partition;
import org.glissade.tensor.Space;
import org.glissade.tensor.Tensor;

/** Writes the code of a sweep for one parameter: what is routed elsewhere is left out. */
final class FlatCode {
  private final Memory memory;
  private final Set<Tensor> kept;
  private final int parameter;
  private final List<Instruction> instructions = new ArrayList<>();
  private final Map<Tensor, Integer> known = new HashMap<>();
  private final Map<Instruction, Integer> emitted = new HashMap<>();

  /**
   * Starts the code of one parameter.
   *
   * @param kept flat tensors that are in memory beside inputs and variables
   * @param parameter its number in the layout
   */
  FlatCode(Memory memory, Set<Tensor> kept, int parameter) {
    this.memory = memory;
    this.kept = kept;
    this.parameter = parameter;
  }

  /** The instructions so far, of which the last read is the result. */
  Code finish() {
    return new Code(instructions, instructions.size() - 1);
  }

  /** Whether a value is nothing but what a slot holds. */
  boolean isLoadOf(int value, Slot slot) {
    return instructions.get(value).equals(new Instruction.LoadFlat(slot));
  }

  /** The number of the instruction that gives a flat tensor's value. */
  int read(Tensor node) {
    Integer found = known.get(node);
    if (found == null) {
      found = isInMemory(node) ? load(memory.slot(node)) : compute(node);
      known.put(node, found);
    }
    return found;
  }

  /** {@code yes} where a scalar is not 0, else {@code no}. */
  int select(Slot condition, int yes, int no) {
    int holds = emit(new Instruction.LoadScalar(condition));
    return emit(new Instruction.Select(holds, yes, no));
  }

  int load(Slot flat) {
    return emit(new Instruction.LoadFlat(flat));
  }

  /** The number of the instruction that computes a flat tensor, whether or not it is kept. */
  int compute(Tensor node) {
    Op op = node.op();
    if (op instanceof Op.Unary unary) {
      return emit(new Instruction.Unary(unary.fn(), read(node.input(0))));
    }
    if (op instanceof Op.Binary binary) {
      int x = read(node.input(0));
      return emit(new Instruction.Binary(binary.fn(), x, read(node.input(1))));
    }
    if (op instanceof Op.Select) {
      int condition = read(node.input(0));
      int yes = read(node.input(1));
      return emit(new Instruction.Select(condition, yes, read(node.input(2))));
    }
    if (op instanceof Op.Constant constant) {
      return emit(new Instruction.Constant(constant.value()));
    }
    if (op instanceof Op.Route route) {
      return read(node.input(route.members().contains(parameter) ? 0 : 1));
    }
    return emit(lifted(node));
  }

  private Instruction lifted(Tensor node) {
    Tensor from = node.input(0);
    if (node.op() instanceof Op.Spread spread
        && spread.partition().firstGroup(parameter) == Partition.NONE) {
      return new Instruction.Constant(0);
    }
    if (from.op() instanceof Op.Constant constant) {
      return new Instruction.Constant(constant.value());
    }
    if (from.space() == Space.SCALAR) {
      return new Instruction.LoadScalar(memory.slot(from));
    }
    if (node.op() instanceof Op.Spread spread) {
      return new Instruction.LoadGroup(memory.slot(from), spread.partition());
    }
    throw new IllegalStateException("No sweep computes " + node);
  }

  boolean isInMemory(Tensor node) {
    Op op = node.op();
    return kept.contains(node)
        || Nodes.isStored(node)
        || op instanceof Op.Pack
        || op instanceof Op.Random
        || op instanceof Op.HostResult;
  }

  private int emit(Instruction instruction) {
    return emitted.computeIfAbsent(
        instruction,
        key -> {
          instructions.add(key);
          return instructions.size() - 1;
        });
  }
}
