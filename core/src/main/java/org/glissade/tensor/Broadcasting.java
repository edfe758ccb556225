package org.glissade.tensor;

import java.util.List;

/** Brings the operands of an element-wise op to one shape and space. */
final class Broadcasting {
  private Broadcasting() {}

  static Tensor[] align(Tensor... operands) {
    Tensor model = operands[0];
    for (Tensor operand : operands) {
      if (model.space() == Space.SCALAR && operand.space() != Space.SCALAR) {
        model = operand;
      } else if (operand.space() != Space.SCALAR && operand.space() != model.space()) {
        throw model
            .graph()
            .mismatch(
                "%s and %s values do not stand at the same places: spread the one to the other"
                    .formatted(model.space(), operand.space()));
      }
    }
    Shape shape = model.shape();
    for (Tensor operand : operands) {
      if (operand.space() == model.space()) {
        shape = join(model.graph(), shape, operand.shape());
      }
    }
    Tensor[] aligned = new Tensor[operands.length];
    for (int i = 0; i < operands.length; i++) {
      aligned[i] = to(operands[i], shape, model.space());
    }
    return aligned;
  }

  private static Shape join(Graph graph, Shape a, Shape b) {
    if (a.equals(b)) {
      return a;
    }
    Integer[] dims = new Integer[Math.max(a.rank(), b.rank())];
    for (int i = 1; i <= dims.length; i++) {
      int left = i <= a.rank() ? a.dim(-i) : 1;
      int right = i <= b.rank() ? b.dim(-i) : 1;
      if (left != right && left != 1 && right != 1) {
        throw graph.mismatch(
            "%s and %s do not broadcast: axis %d from the end is %d long in one and %d in the other"
                .formatted(a, b, i, left, right));
      }
      dims[dims.length - i] = Math.max(left, right);
    }
    return new Shape(List.of(dims));
  }

  static Tensor to(Tensor tensor, Shape shape) {
    if (!join(tensor.graph(), tensor.shape(), shape).equals(shape)) {
      throw tensor.graph().mismatch(tensor.shape() + " does not broadcast to " + shape);
    }
    return to(tensor, shape, tensor.space() == Space.SCALAR ? Space.DENSE : tensor.space());
  }

  private static Tensor to(Tensor tensor, Shape shape, Space space) {
    Tensor real = tensor.type() == DType.F64 ? tensor : tensor.toFloat();
    if (real.shape().equals(shape) && real.space() == space) {
      return real;
    }
    DType type = space == Space.FLAT || space == Space.DENSE ? DType.F32 : DType.F64;
    if (real.op() instanceof Op.Constant) {
      return real.graph().node(real.op(), List.of(), shape, type, space);
    }
    return real.graph().node(new Op.Broadcast(), List.of(real), shape, type, space);
  }
}
