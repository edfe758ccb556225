package org.glissade.cuda.code;

import org.glissade.plan.Code;
import org.glissade.plan.Instruction;

/** Writes code as statements, one constant for each instruction. */
final class Expressions {
  private final Code code;
  private final boolean isFloat;
  private final Loads loads;

  private Expressions(Code code, boolean isFloat, Loads loads) {
    this.code = code;
    this.isFloat = isFloat;
    this.loads = loads;
  }

  /** Writes code that computes in float, or else in double. */
  static void write(Text text, Code code, boolean isFloat, Loads loads) {
    Expressions expressions = new Expressions(code, isFloat, loads);
    for (int i = 0; i < code.instructions().size(); i++) {
      if (!(code.instructions().get(i) instanceof Instruction.Constant)) {
        String type = isFloat ? "float" : "double";
        text.line("const %s v%d = %s;".formatted(type, i, expressions.value(i)));
      }
    }
  }

  /** How the value of an instruction is called after {@link #write}. */
  static String operand(Code code, int i, boolean isFloat) {
    return code.instructions().get(i) instanceof Instruction.Constant constant
        ? isFloat ? Literal.ofFloat(constant.value()) : Literal.ofDouble(constant.value())
        : "v" + i;
  }

  private String operand(int i) {
    return operand(code, i, isFloat);
  }

  private String value(int i) {
    Instruction instruction = code.instructions().get(i);
    if (instruction instanceof Instruction.Unary unary) {
      return Functions.unary(unary.fn(), operand(unary.x()), isFloat);
    }
    if (instruction instanceof Instruction.Binary binary) {
      return Functions.binary(binary.fn(), operand(binary.x()), operand(binary.y()), isFloat);
    }
    if (instruction instanceof Instruction.Select select) {
      return "%s != 0 ? %s : %s"
          .formatted(operand(select.condition()), operand(select.yes()), operand(select.no()));
    }
    return (isFloat ? "(float)" : "(double)") + loads.load(instruction);
  }
}
