package org.glissade.nd4j;

import org.glissade.plan.Instruction;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Reads what code finds in memory: one row of doubles, or one double that stands for all. */
interface Loads {
  /** What an instruction that is no arithmetic reads; it is not to be changed. */
  INDArray load(Instruction instruction);
}
