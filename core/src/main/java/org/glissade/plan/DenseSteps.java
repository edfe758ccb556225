package org.glissade.plan;

import java.util.ArrayList;
import java.util.List;
import org.glissade.tensor.Op;
import org.glissade.tensor.Shape;
import org.glissade.tensor.Space;
import org.glissade.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/** Writes the step of one dense kernel. */
final class DenseSteps {
  private DenseSteps() {}

  static Step write(Fusion fusion, Memory memory, Tensor node) {
    Tensor product = fusion.product(node);
    Op op = node.op();
    if (product != null) {
      return matMul(memory, product, memory.view(node), DenseCode.ofRoot(fusion, memory, node));
    }
    if (op instanceof Op.MatMul) {
      return matMul(memory, node, memory.view(node), null);
    }
    if (op instanceof Op.Reduce reduce) {
      return reduce(fusion, memory, node, reduce);
    }
    if (op instanceof Op.ArgMax) {
      int length = node.input(0).shape().last();
      View in = memory.view(node.input(0));
      return new Step.ArgMax(in, memory.view(node), node.shape().size(), length);
    }
    if (op instanceof Op.Take take) {
      View list = memory.view(node.input(0));
      return new Step.Take(list, memory.slot(node.input(1)), take.count(), memory.view(node));
    }
    if (op instanceof Op.Random random) {
      View out = node.space() == Space.FLAT ? flat(memory, node) : memory.view(node);
      Slot step = memory.slot(node.input(0));
      return new Step.Random(random.distribution(), random.stream(), step, out);
    }
    return new Step.Map(node.shape(), DenseCode.ofRoot(fusion, memory, node), memory.view(node));
  }

  /** A call of the host, with those of its results that somebody uses. */
  static Step host(Memory memory, Op.Host op, Tensor node, List<Tensor> results) {
    List<Step.HostResult> targets = new ArrayList<>();
    for (Tensor result : results) {
      int number = ((Op.HostResult) result.op()).number();
      targets.add(new Step.HostResult(number, memory.slot(result)));
    }
    return new Step.Host(op.link(), node.inputs().stream().map(memory::slot).toList(), targets);
  }

  /** Gives a dense variable its next value, unless a condition fails. */
  static Step store(View next, Slot target, @Nullable Slot when) {
    View out = View.of(target, next.shape());
    Code code = when == null ? DenseCode.ofMemory(next) : DenseCode.ofMemory(when, next, out);
    return new Step.Map(next.shape(), code, out);
  }

  private static View flat(Memory memory, Tensor node) {
    return View.of(memory.slot(node), node.shape());
  }

  private static Step matMul(Memory memory, Tensor node, View out, @Nullable Code finish) {
    Op.MatMul op = (Op.MatMul) node.op();
    View a = memory.view(node.input(0));
    View b = memory.view(node.input(1));
    int m = node.shape().dim(0);
    int n = node.shape().dim(1);
    int k = a.shape().dim(op.transposeA() ? 0 : 1);
    return new Step.MatMul(a, b, out, op.transposeA(), op.transposeB(), m, n, k, finish);
  }

  private static Step reduce(Fusion fusion, Memory memory, Tensor node, Op.Reduce op) {
    Tensor input = node.input(0);
    Shape shape = input.shape();
    int outer = shape.product(0, op.from());
    int length = shape.product(op.from(), op.to());
    int inner = shape.product(op.to(), shape.rank());
    Code code = DenseCode.ofInput(fusion, memory, input);
    return new Step.Reduce(op.fn(), shape, outer, length, inner, code, memory.view(node));
  }
}
