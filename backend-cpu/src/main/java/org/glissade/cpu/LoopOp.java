package org.glissade.cpu;

import java.util.List;
import org.glissade.cpu.loop.Loop;
import org.glissade.cpu.loop.LoopCode;
import org.glissade.cpu.loop.LoopCode.Kind;
import org.glissade.cpu.loop.Loops;
import org.glissade.plan.Instruction;
import org.glissade.tensor.BinaryFn;
import org.jspecify.annotations.Nullable;

/**
 * Some instructions of a tile in one loop. Where a factor or divisor that was computed in double is
 * outside the range of floats, a slower loop takes it as it is, so that only the result needs to be
 * a float.
 */
final class LoopOp implements TileOp {
  /** What one worker hands to the loop. */
  private record Arguments(float[][] arrays, int[] offsets, double[] values) {}

  private final Loops loops;
  private final LoopCode code;
  private final Loop loop;
  private final int[] inputs;
  private final boolean[] perUnit;
  private final boolean[] factor;
  private final int[] registers;
  private final Target[] targets;
  private final Arguments[] arguments;
  private @Nullable Loop exact;

  /**
   * A loop.
   *
   * @param inputs for each input of the code, the number of its instruction
   * @param perUnit which of the inputs have values in double as well
   * @param registers the instructions that are the code's first outputs
   * @param targets where its other outputs go
   */
  LoopOp(
      Loops loops,
      LoopCode code,
      int[] inputs,
      boolean[] perUnit,
      int[] registers,
      List<Target> targets,
      int workers) {
    this.loops = loops;
    this.code = code;
    this.loop = loops.compile(code);
    this.inputs = inputs;
    this.perUnit = perUnit;
    this.factor = factors(code);
    this.registers = registers;
    this.targets = targets.toArray(Target[]::new);
    this.arguments = new Arguments[workers];
    int arrays = inputs.length + code.outputs().size();
    for (int worker = 0; worker < workers; worker++) {
      arguments[worker] =
          new Arguments(new float[arrays][], new int[arrays], new double[inputs.length]);
    }
  }

  private static boolean[] factors(LoopCode code) {
    boolean[] result = new boolean[code.inputs().size()];
    for (Instruction instruction : code.body()) {
      if (instruction instanceof Instruction.Binary binary) {
        boolean product = binary.fn() == BinaryFn.MULTIPLY;
        if (product && binary.x() < result.length) {
          result[binary.x()] = true;
        }
        if ((product || binary.fn() == BinaryFn.DIVIDE) && binary.y() < result.length) {
          result[binary.y()] = true;
        }
      }
    }
    return result;
  }

  @Override
  public void run(Tile tile, int start, int n) {
    Arguments own = arguments[tile.worker];
    boolean fits = take(tile, own);
    give(tile, own, start);
    if (fits) {
      loop.run(own.arrays, own.offsets, own.values, start, start, start + n);
    } else {
      runExact(tile, own, start, n);
    }
  }

  private boolean take(Tile tile, Arguments own) {
    boolean fits = true;
    for (int k = 0; k < inputs.length; k++) {
      int input = inputs[k];
      if (code.inputs().get(k) == Kind.UNIFORM) {
        own.values[k] = tile.values[input];
        fits &= !factor[k] || fits(own.values[k]);
      } else {
        own.arrays[k] = tile.arrays[input];
        own.offsets[k] = tile.offsets[input];
        fits &= !(perUnit[k] && factor[k] && tile.exact[input]);
      }
    }
    return fits;
  }

  private void give(Tile tile, Arguments own, int start) {
    int k = inputs.length;
    for (int register : registers) {
      own.arrays[k] = tile.own(register);
      own.offsets[k++] = 0;
    }
    for (Target target : targets) {
      own.arrays[k] = target.cell().floats;
      own.offsets[k++] = target.cell().offset + target.offset() + start;
    }
  }

  /** One element after the other, with each unit's value as if all elements had it. */
  private void runExact(Tile tile, Arguments own, int start, int n) {
    if (exact == null) {
      exact = loops.compileExact(code.withUniform(perUnit));
    }
    for (int e = 0; e < n; e++) {
      for (int k = 0; k < inputs.length; k++) {
        if (perUnit[k]) {
          own.values[k] = tile.doubles(inputs[k])[e];
        }
      }
      exact.run(own.arrays, own.offsets, own.values, start, start + e, start + e + 1);
    }
  }

  /** Whether a number that was computed in double is as good as a float. */
  static boolean fits(double value) {
    double magnitude = Math.abs(value);
    return magnitude >= Float.MIN_NORMAL && magnitude <= Float.MAX_VALUE
        || value == 0
        || !Double.isFinite(value);
  }
}
