package org.glissade.reference;

import java.util.List;
import org.glissade.plan.Code;
import org.glissade.plan.Instruction;

/** Evaluates code at one place, instruction by instruction. */
final class CodeRunner {
  /**
   * Where code is evaluated. Each kind of step uses its own parts.
   *
   * @param index of the iteration of a dense step or a column
   * @param product of the matrix product at hand
   * @param parameter that a sweep visits
   * @param element of that parameter
   * @param flat the element's place in the flat index
   * @param group of a column
   */
  record Place(
      List<Integer> index, double product, int parameter, int element, int flat, int group) {
    static Place dense(List<Integer> index, double product) {
      return new Place(index, product, -1, -1, -1, -1);
    }

    static Place flat(int parameter, int element, int flat) {
      return new Place(List.of(), Double.NaN, parameter, element, flat, -1);
    }

    static Place column(int group) {
      return new Place(List.of(group), Double.NaN, -1, -1, -1, group);
    }
  }

  private final PlanMemory memory;

  CodeRunner(PlanMemory memory) {
    this.memory = memory;
  }

  double result(Code code, Place place) {
    return values(code, place)[code.result()];
  }

  double[] values(Code code, Place place) {
    double[] values = new double[code.instructions().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(code.instructions().get(i), values, place);
    }
    return values;
  }

  private double value(Instruction instruction, double[] values, Place place) {
    if (instruction instanceof Instruction.Unary unary) {
      return unary.fn().apply(values[unary.x()]);
    }
    if (instruction instanceof Instruction.Binary binary) {
      return binary.fn().apply(values[binary.x()], values[binary.y()]);
    }
    if (instruction instanceof Instruction.Select select) {
      return values[select.condition()] != 0 ? values[select.yes()] : values[select.no()];
    }
    if (instruction instanceof Instruction.Constant constant) {
      return constant.value();
    }
    if (instruction instanceof Instruction.Index index) {
      return place.index().get(index.axis());
    }
    if (instruction instanceof Instruction.Product) {
      return place.product();
    }
    if (instruction instanceof Instruction.Table table) {
      return table.values().get(place.group());
    }
    return load(instruction, place);
  }

  private double load(Instruction instruction, Place place) {
    if (instruction instanceof Instruction.Load load) {
      return memory.get(load.view(), moved(load.strides(), place));
    }
    if (instruction instanceof Instruction.LoadRow row) {
      int number = row.rowAxis() < 0 ? 0 : place.index().get(row.rowAxis());
      int picked = (int) memory.get(row.index(), number);
      int begin = picked * row.data().shape().stride(0);
      return memory.get(row.data(), begin + moved(row.strides(), place));
    }
    if (instruction instanceof Instruction.LoadFlat load) {
      return memory.get(load.flat(), place.flat());
    }
    if (instruction instanceof Instruction.LoadGroup load) {
      int group = load.partition().groupOf(place.parameter(), place.element());
      return group < 0 ? 0 : memory.get(load.column(), group);
    }
    if (instruction instanceof Instruction.LoadColumn load) {
      return memory.get(load.column(), place.group());
    }
    return memory.get(((Instruction.LoadScalar) instruction).scalar(), 0);
  }

  private static int moved(List<Integer> strides, Place place) {
    int moved = 0;
    for (int axis = 0; axis < strides.size(); axis++) {
      moved += place.index().get(axis) * strides.get(axis);
    }
    return moved;
  }
}
