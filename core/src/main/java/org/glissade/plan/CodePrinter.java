package org.glissade.plan;

import java.util.Locale;

/** Writes code as people write arithmetic. */
final class CodePrinter {
  private CodePrinter() {}

  static String print(Code code, int index) {
    Instruction instruction = code.instructions().get(index);
    if (instruction instanceof Instruction.Binary binary) {
      String x = print(code, binary.x());
      String y = print(code, binary.y());
      String symbol = binary.fn().symbol();
      return binary.fn().infix() ? "(" + x + " " + symbol + " " + y + ")" : call(symbol, x, y);
    }
    if (instruction instanceof Instruction.Unary unary) {
      return call(
          unary.fn().name().toLowerCase(Locale.ROOT).replace('_', '-'), print(code, unary.x()));
    }
    if (instruction instanceof Instruction.Select select) {
      return call(
          "select",
          print(code, select.condition()),
          print(code, select.yes()),
          print(code, select.no()));
    }
    return leaf(instruction);
  }

  private static String leaf(Instruction instruction) {
    if (instruction instanceof Instruction.Load load) {
      return load.view().toString();
    }
    if (instruction instanceof Instruction.LoadRow row) {
      return row.data() + "[" + row.index() + "]";
    }
    if (instruction instanceof Instruction.LoadFlat flat) {
      return flat.flat().name();
    }
    if (instruction instanceof Instruction.LoadGroup group) {
      return group.column().name() + "[" + group.partition() + "]";
    }
    if (instruction instanceof Instruction.LoadColumn column) {
      return column.column().name();
    }
    if (instruction instanceof Instruction.LoadScalar scalar) {
      return scalar.scalar().name();
    }
    if (instruction instanceof Instruction.Constant constant) {
      return number(constant.value());
    }
    if (instruction instanceof Instruction.Index index) {
      return "index" + index.axis();
    }
    return instruction instanceof Instruction.Product ? "product" : "sizes";
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  private static String call(String name, String... arguments) {
    return name + "(" + String.join(", ", arguments) + ")";
  }
}
