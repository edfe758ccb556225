package org.glissade.plan;

import java.util.List;

/**
 * Element-wise arithmetic as straight-line code, evaluated for every element of an iteration.
 *
 * @param instructions each uses only earlier ones
 * @param result the number of the instruction that is the value; for code with several results, the
 *     last
 */
public record Code(List<Instruction> instructions, int result) {
  /** Copies the instructions. */
  public Code {
    instructions = List.copyOf(instructions);
  }

  /** Whether the code only copies one load. */
  public boolean isCopy() {
    return instructions.size() == 1;
  }

  @Override
  public String toString() {
    return CodePrinter.print(this, result);
  }
}
