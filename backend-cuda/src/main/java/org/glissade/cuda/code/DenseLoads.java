package org.glissade.cuda.code;

import java.util.List;
import java.util.StringJoiner;
import org.glissade.plan.Instruction;
import org.glissade.tensor.Shape;

/** Loads at an element {@code e} of an iteration, whose axes are those of a shape. */
final class DenseLoads implements Loads {
  private final Kernel kernel;
  private final Shape shape;
  private final Faults faults;

  DenseLoads(Kernel kernel, Shape shape, Faults faults) {
    this.kernel = kernel;
    this.shape = shape;
    this.faults = faults;
  }

  @Override
  public String load(Instruction instruction) {
    if (instruction instanceof Instruction.Load load) {
      return kernel.element(load.view(), moved(load.strides(), -1));
    }
    if (instruction instanceof Instruction.LoadRow row) {
      return row(row);
    }
    if (instruction instanceof Instruction.LoadScalar scalar) {
      return kernel.use(scalar.scalar()) + "[0]";
    }
    if (instruction instanceof Instruction.Index index) {
      return "(" + index(index.axis()) + ")";
    }
    if (instruction instanceof Instruction.Product) {
      return "product";
    }
    throw new IllegalStateException("No element of a dense iteration has " + instruction);
  }

  private String row(Instruction.LoadRow row) {
    Shape data = row.data().shape();
    String number = row.rowAxis() < 0 ? "0" : index(row.rowAxis());
    int site = faults.row(data.dim(0));
    String picked =
        "picked(fault, %d, %s, %d)"
            .formatted(site, kernel.element(row.index(), number), data.dim(0));
    String within = moved(row.strides(), row.rowAxis());
    String at = picked + (data.stride(0) == 1 ? "" : " * " + data.stride(0));
    return kernel.element(row.data(), within.equals("0") ? at : at + " + " + within);
  }

  /** The index along an axis. */
  private String index(int axis) {
    int stride = shape.stride(axis);
    if (shape.dim(axis) == 1) {
      return "0";
    }
    String along = stride == 1 ? "e" : "e / " + stride;
    boolean outermost = stride * shape.dim(axis) == shape.size();
    return outermost ? along : along + " % " + shape.dim(axis);
  }

  private String moved(List<Integer> strides, int without) {
    if (without < 0 && isDense(strides)) {
      return "e";
    }
    StringJoiner sum = new StringJoiner(" + ");
    sum.setEmptyValue("0");
    for (int axis = 0; axis < strides.size(); axis++) {
      int stride = strides.get(axis);
      if (stride != 0 && shape.dim(axis) > 1) {
        sum.add("(" + index(axis) + ")" + (stride == 1 ? "" : " * " + stride));
      }
    }
    return sum.toString();
  }

  private boolean isDense(List<Integer> strides) {
    boolean dense = strides.size() == shape.rank() && shape.size() > 1;
    for (int axis = 0; dense && axis < strides.size(); axis++) {
      dense = shape.dim(axis) == 1 || strides.get(axis) == shape.stride(axis);
    }
    return dense;
  }
}
