package org.glissade.cuda.code;

import org.glissade.plan.Instruction;

/** How code reaches its numbers at the place at hand. */
@FunctionalInterface
interface Loads {
  /** An expression for an instruction that is no arithmetic, of whatever type it lies in. */
  String load(Instruction instruction);
}
