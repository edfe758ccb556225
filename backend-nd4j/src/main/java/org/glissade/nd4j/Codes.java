package org.glissade.nd4j;

import org.glissade.plan.Code;
import org.glissade.plan.Instruction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Evaluates code for all places of an iteration at once, instruction by instruction, in double. */
final class Codes {
  private Codes() {}

  /** The value of the result: one row of doubles, or one double that stands for all. */
  static INDArray result(Code code, Loads loads) {
    return values(code, loads)[code.result()];
  }

  /** The values of all instructions. */
  static INDArray[] values(Code code, Loads loads) {
    INDArray[] values = new INDArray[code.instructions().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(code.instructions().get(i), values, loads);
    }
    return values;
  }

  private static INDArray value(Instruction instruction, INDArray[] values, Loads loads) {
    if (instruction instanceof Instruction.Unary unary) {
      return Functions.of(unary.fn(), values[unary.x()]);
    }
    if (instruction instanceof Instruction.Binary binary) {
      return Functions.of(binary.fn(), values[binary.x()], values[binary.y()]);
    }
    if (instruction instanceof Instruction.Select select) {
      return Select.where(values[select.condition()], values[select.yes()], values[select.no()]);
    }
    if (instruction instanceof Instruction.Constant constant) {
      return Nd4j.createFromArray(new double[] {constant.value()});
    }
    return loads.load(instruction);
  }
}
