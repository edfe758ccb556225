package org.glissade.cpu;

import java.util.List;
import org.glissade.cpu.kernel.Kernels;
import org.glissade.plan.Instruction;
import org.glissade.tensor.BinaryFn;
import org.glissade.tensor.UnaryFn;
import org.jspecify.annotations.Nullable;

/** Compiles the instructions that compute. */
final class TileArithmetic {
  /** A power of two by which floats can be multiplied. */
  private static final double LARGE = 0x1p100;

  private final Kernels kernels;

  TileArithmetic(Kernels kernels) {
    this.kernels = kernels;
  }

  /** The operation of an instruction; null if it loads something. */
  @Nullable TileOp compile(List<Instruction> instructions, int i) {
    Instruction instruction = instructions.get(i);
    if (instruction instanceof Instruction.Unary unary) {
      return unary(unary.fn(), i, unary.x());
    }
    if (instruction instanceof Instruction.Binary binary) {
      return binary(instructions, binary, i);
    }
    if (instruction instanceof Instruction.Select select) {
      int c = select.condition();
      int y = select.yes();
      int z = select.no();
      return (t, start, n) ->
          kernels.select(
              t.own(i),
              0,
              t.arrays[c],
              t.offsets[c],
              t.arrays[y],
              t.offsets[y],
              t.arrays[z],
              t.offsets[z],
              n);
    }
    return null;
  }

  private TileOp unary(UnaryFn fn, int i, int x) {
    return switch (fn) {
      case NEGATE -> (t, s, n) -> kernels.neg(t.own(i), 0, t.arrays[x], t.offsets[x], n);
      case ABS -> (t, s, n) -> kernels.abs(t.own(i), 0, t.arrays[x], t.offsets[x], n);
      case SIGN -> (t, s, n) -> kernels.sign(t.own(i), 0, t.arrays[x], t.offsets[x], n);
      case SQUARE -> (t, s, n) -> kernels.square(t.own(i), 0, t.arrays[x], t.offsets[x], n);
      case SQRT -> (t, s, n) -> kernels.sqrt(t.own(i), 0, t.arrays[x], t.offsets[x], n);
      case RECIPROCAL_OR_ZERO ->
          (t, s, n) -> kernels.reciprocalOrZero(t.own(i), 0, t.arrays[x], t.offsets[x], n);
      case EXP -> (t, s, n) -> kernels.exp(t.own(i), 0, t.arrays[x], t.offsets[x], n);
      case LOG -> (t, s, n) -> kernels.log(t.own(i), 0, t.arrays[x], t.offsets[x], n);
      case TANH -> (t, s, n) -> kernels.tanh(t.own(i), 0, t.arrays[x], t.offsets[x], n);
      case SIGMOID -> (t, s, n) -> kernels.sigmoid(t.own(i), 0, t.arrays[x], t.offsets[x], n);
      case ERF -> (t, s, n) -> kernels.erf(t.own(i), 0, t.arrays[x], t.offsets[x], n);
      case RELU -> (t, s, n) -> kernels.relu(t.own(i), 0, t.arrays[x], t.offsets[x], n);
      case IS_FINITE -> (t, s, n) -> kernels.isFinite(t.own(i), 0, t.arrays[x], t.offsets[x], n);
      case COS, FLOOR, DETACH -> (t, s, n) -> each(t, fn, i, x, n);
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

  private TileOp binary(List<Instruction> instructions, Instruction.Binary binary, int i) {
    int x = binary.x();
    int y = binary.y();
    if (binary.fn() == BinaryFn.MULTIPLY) {
      if (isUniform(instructions.get(y))) {
        return (t, s, n) -> scale(t, i, x, t.values[y], n);
      }
      if (isUniform(instructions.get(x))) {
        return (t, s, n) -> scale(t, i, y, t.values[x], n);
      }
      if (isPerUnit(instructions.get(y))) {
        return (t, s, n) -> scaleEach(t, i, x, y, n);
      }
      if (isPerUnit(instructions.get(x))) {
        return (t, s, n) -> scaleEach(t, i, y, x, n);
      }
    }
    if (binary.fn() == BinaryFn.DIVIDE && isUniform(instructions.get(y))) {
      return (t, s, n) -> divide(t, i, x, y, n);
    }
    return switch (binary.fn()) {
      case ADD ->
          (t, s, n) ->
              kernels.add(t.own(i), 0, t.arrays[x], t.offsets[x], t.arrays[y], t.offsets[y], n);
      case SUBTRACT ->
          (t, s, n) ->
              kernels.sub(t.own(i), 0, t.arrays[x], t.offsets[x], t.arrays[y], t.offsets[y], n);
      case MULTIPLY ->
          (t, s, n) ->
              kernels.mul(t.own(i), 0, t.arrays[x], t.offsets[x], t.arrays[y], t.offsets[y], n);
      case DIVIDE ->
          (t, s, n) ->
              kernels.div(t.own(i), 0, t.arrays[x], t.offsets[x], t.arrays[y], t.offsets[y], n);
      case MAXIMUM ->
          (t, s, n) ->
              kernels.max(t.own(i), 0, t.arrays[x], t.offsets[x], t.arrays[y], t.offsets[y], n);
      case MINIMUM ->
          (t, s, n) ->
              kernels.min(t.own(i), 0, t.arrays[x], t.offsets[x], t.arrays[y], t.offsets[y], n);
      case LESS ->
          (t, s, n) ->
              kernels.less(t.own(i), 0, t.arrays[x], t.offsets[x], t.arrays[y], t.offsets[y], n);
      case LESS_OR_EQUAL ->
          (t, s, n) ->
              kernels.lessEqual(
                  t.own(i), 0, t.arrays[x], t.offsets[x], t.arrays[y], t.offsets[y], n);
      case EQUAL ->
          (t, s, n) ->
              kernels.equal(t.own(i), 0, t.arrays[x], t.offsets[x], t.arrays[y], t.offsets[y], n);
      case POWER -> (t, s, n) -> power(t, i, x, y, n);
    };
  }

  private static void power(Tile t, int i, int x, int y, int n) {
    float[] own = t.own(i);
    for (int e = 0; e < n; e++) {
      own[e] = (float) Math.pow(t.arrays[x][t.offsets[x] + e], t.arrays[y][t.offsets[y] + e]);
    }
  }

  /** Instructions whose values in a tile are all equal. */
  static boolean isUniform(Instruction instruction) {
    return instruction instanceof Instruction.Constant
        || instruction instanceof Instruction.LoadScalar
        || instruction instanceof Instruction.LoadGroup group && !group.partition().perUnit();
  }

  /** Values that differ from unit to unit within a tile. */
  static boolean isPerUnit(Instruction instruction) {
    return instruction instanceof Instruction.LoadGroup group && group.partition().perUnit();
  }

  /** Whether a number that was computed in double is as good as a float. */
  static boolean fits(double value) {
    double magnitude = Math.abs(value);
    return magnitude >= Float.MIN_NORMAL && magnitude <= Float.MAX_VALUE
        || value == 0
        || !Double.isFinite(value);
  }

  /**
   * Multiplies by one number, which was computed in double. Outside the range of floats it is split
   * into factors that are inside, so that only the result needs to be a float.
   */
  private void scale(Tile t, int i, int x, double factor, int n) {
    float[] own = t.own(i);
    float[] from = t.arrays[x];
    int offset = t.offsets[x];
    double rest = factor;
    while (!fits(rest)) {
      double power = Math.abs(rest) > 1 ? LARGE : 1 / LARGE;
      kernels.mulScalar(own, 0, from, offset, (float) power, n);
      rest /= power;
      from = own;
      offset = 0;
    }
    kernels.mulScalar(own, 0, from, offset, (float) rest, n);
  }

  private void scaleEach(Tile t, int i, int x, int y, int n) {
    float[] own = t.own(i);
    if (!t.exact[y]) {
      kernels.mul(own, 0, t.arrays[x], t.offsets[x], t.arrays[y], t.offsets[y], n);
      return;
    }
    double[] factors = t.doubles(y);
    for (int e = 0; e < n; e++) {
      own[e] = (float) (t.arrays[x][t.offsets[x] + e] * factors[e]);
    }
  }

  /** Divides by one number, which was computed in double. */
  private void divide(Tile t, int i, int x, int y, int n) {
    double divisor = t.values[y];
    if (fits(divisor)) {
      kernels.div(t.own(i), 0, t.arrays[x], t.offsets[x], t.arrays[y], t.offsets[y], n);
      return;
    }
    float[] own = t.own(i);
    float[] from = t.arrays[x];
    int offset = t.offsets[x];
    for (int e = 0; e < n; e++) {
      own[e] = (float) (from[offset + e] / divisor);
    }
  }
}
