package org.glissade.cpu;

import org.glissade.cpu.kernel.Kernels;
import org.glissade.plan.Instruction;
import org.glissade.tensor.BinaryFn;
import org.glissade.tensor.UnaryFn;

/** The instructions that are kernels of their own, because they take more than a loop holds. */
final class TileFunctions {
  private final Kernels kernels;

  TileFunctions(Kernels kernels) {
    this.kernels = kernels;
  }

  /** The operation of instruction number i. */
  TileOp compile(Instruction instruction, int i) {
    if (instruction instanceof Instruction.Unary unary) {
      return unary(unary.fn(), i, unary.x());
    }
    if (instruction instanceof Instruction.Binary binary && binary.fn() == BinaryFn.POWER) {
      return (t, s, n) -> power(t, i, binary.x(), binary.y(), n);
    }
    throw new IllegalStateException("No kernel computes " + instruction);
  }

  private TileOp unary(UnaryFn fn, int i, int x) {
    return switch (fn) {
      case EXP -> (t, s, n) -> kernels.exp(t.own(i), 0, t.arrays[x], t.offsets[x], n);
      case LOG -> (t, s, n) -> kernels.log(t.own(i), 0, t.arrays[x], t.offsets[x], n);
      case TANH -> (t, s, n) -> kernels.tanh(t.own(i), 0, t.arrays[x], t.offsets[x], n);
      case SIGMOID -> (t, s, n) -> kernels.sigmoid(t.own(i), 0, t.arrays[x], t.offsets[x], n);
      case ERF -> (t, s, n) -> kernels.erf(t.own(i), 0, t.arrays[x], t.offsets[x], n);
      default -> (t, s, n) -> each(t, fn, i, x, n);
    };
  }

  /** Functions that no kernel has, one element at a time. */
  private static void each(Tile t, UnaryFn fn, int i, int x, int n) {
    float[] own = t.own(i);
    float[] from = t.arrays[x];
    int offset = t.offsets[x];
    for (int e = 0; e < n; e++) {
      own[e] = (float) fn.apply(from[offset + e]);
    }
  }

  private static void power(Tile t, int i, int x, int y, int n) {
    float[] own = t.own(i);
    for (int e = 0; e < n; e++) {
      own[e] = (float) Math.pow(t.arrays[x][t.offsets[x] + e], t.arrays[y][t.offsets[y] + e]);
    }
  }
}
