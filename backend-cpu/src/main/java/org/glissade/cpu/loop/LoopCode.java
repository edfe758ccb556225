package org.glissade.cpu.loop;

import java.util.List;
import org.glissade.plan.Instruction;
import org.glissade.tensor.BinaryFn;

/**
 * What a loop computes. Values are numbered: inputs first, then the results of the instructions.
 * Equal code is compiled once.
 *
 * @param inputs the kinds of the inputs
 * @param body the arithmetic; operands are numbers of values
 * @param outputs what is written, in the order of the arrays; all inputs of an element are read
 *     before its first output is written, so an array may be both
 */
public record LoopCode(List<Kind> inputs, List<Instruction> body, List<Output> outputs) {
  /** Copies the lists. */
  public LoopCode {
    inputs = List.copyOf(inputs);
    body = List.copyOf(body);
    outputs = List.copyOf(outputs);
  }

  /** How the elements of an array lie. */
  public enum Kind {
    /** All elements have one value. */
    UNIFORM,
    /** Element i lies at index i. */
    FLAT,
    /** Element {@code start} lies at an offset. */
    SHIFTED
  }

  /** A value that is written to an array, which is flat or shifted. */
  public record Output(int value, Kind kind) {}

  /** Whether a loop can compute this instruction. */
  public static boolean has(Instruction instruction) {
    if (instruction instanceof Instruction.Unary unary) {
      return switch (unary.fn()) {
        case NEGATE, ABS, SIGN, SQUARE, SQRT, RECIPROCAL_OR_ZERO, RELU, IS_FINITE, DETACH -> true;
        case EXP, LOG, TANH, SIGMOID, ERF, COS, FLOOR -> false;
      };
    }
    if (instruction instanceof Instruction.Binary binary) {
      return binary.fn() != BinaryFn.POWER;
    }
    return instruction instanceof Instruction.Select;
  }

  /** The same code, where some inputs have one value for all elements. */
  public LoopCode withUniform(boolean[] which) {
    List<Kind> kinds = new java.util.ArrayList<>(inputs);
    for (int input = 0; input < which.length; input++) {
      if (which[input]) {
        kinds.set(input, Kind.UNIFORM);
      }
    }
    return new LoopCode(kinds, body, outputs);
  }

  /** The values that an instruction takes. */
  public static List<Integer> operands(Instruction instruction) {
    if (instruction instanceof Instruction.Unary unary) {
      return List.of(unary.x());
    }
    if (instruction instanceof Instruction.Binary binary) {
      return List.of(binary.x(), binary.y());
    }
    if (instruction instanceof Instruction.Select select) {
      return List.of(select.condition(), select.yes(), select.no());
    }
    return List.of();
  }

  /** Whether a value is read from an array. */
  boolean isRead(int value) {
    return value < inputs.size() && inputs.get(value) != Kind.UNIFORM;
  }

  boolean isUniform(int value) {
    return value < inputs.size() && inputs.get(value) == Kind.UNIFORM;
  }
}
