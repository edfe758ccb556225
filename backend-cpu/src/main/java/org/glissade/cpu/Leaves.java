package org.glissade.cpu;

import org.glissade.plan.Instruction;

/** Compiles the instructions of one piece of code that load something. */
interface Leaves {
  /** The operation of instruction number i. */
  TileOp compile(Instruction instruction, int i);

  /** Whether the values are read where they lie, and not from a tile's own memory. */
  boolean isInPlace(Instruction instruction);

  /** Whether element i lies at index i of its array. */
  boolean isFlat(Instruction instruction);

  /** Whether the values of a tile are all equal. */
  static boolean isUniform(Instruction instruction) {
    return instruction instanceof Instruction.Constant
        || instruction instanceof Instruction.LoadScalar
        || instruction instanceof Instruction.LoadGroup group && !group.partition().perUnit();
  }

  /** Whether the values differ from unit to unit within a tile. */
  static boolean isPerUnit(Instruction instruction) {
    return instruction instanceof Instruction.LoadGroup group && group.partition().perUnit();
  }

  /** Whether an instruction loads something. */
  static boolean isLeaf(Instruction instruction) {
    return !(instruction instanceof Instruction.Unary)
        && !(instruction instanceof Instruction.Binary)
        && !(instruction instanceof Instruction.Select);
  }
}
