package org.glissade.cpu.loop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.glissade.cpu.kernel.Kernels;
import org.glissade.cpu.kernel.Numbers;
import org.glissade.cpu.loop.LoopCode.Kind;
import org.glissade.cpu.loop.LoopCode.Output;
import org.glissade.plan.Instruction;
import org.glissade.tensor.BinaryFn;
import org.glissade.tensor.UnaryFn;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Loops against Java's own arithmetic, one element at a time. */
@Tag("kernels")
class LoopsTest {
  private static final Loops LOOPS = new Loops(Kernels.best().lanes());
  private static final Loops PLAIN = new Loops(1);
  private static final float GUARD = 12345f;
  private static final int UNIFORM = 3;

  /** Every instruction, of values 0 and 1. */
  static Stream<Instruction> instructions() {
    Stream<Instruction> unary =
        Arrays.stream(UnaryFn.values()).map(fn -> new Instruction.Unary(fn, 0));
    Stream<Instruction> binary =
        Arrays.stream(BinaryFn.values()).map(fn -> new Instruction.Binary(fn, 0, 1));
    Stream<Instruction> select = Stream.of(new Instruction.Select(0, 1, 0));
    return Stream.of(unary, binary, select).flatMap(s -> s).filter(LoopCode::has);
  }

  private static float java(Instruction instruction, float[] v) {
    if (instruction instanceof Instruction.Unary unary) {
      float x = v[unary.x()];
      return switch (unary.fn()) {
        case NEGATE -> -x;
        case ABS -> Math.abs(x);
        case SIGN -> Math.signum(x);
        case SQUARE -> x * x;
        case SQRT -> (float) Math.sqrt(x);
        case RECIPROCAL_OR_ZERO -> x == 0 ? 0 : 1 / x;
        case RELU -> Math.max(x, 0);
        case IS_FINITE -> Float.isFinite(x) ? 1 : 0;
        case DETACH -> x;
        default -> throw new AssertionError(unary);
      };
    }
    if (instruction instanceof Instruction.Binary binary) {
      float x = v[binary.x()];
      float y = v[binary.y()];
      return switch (binary.fn()) {
        case ADD -> x + y;
        case SUBTRACT -> x - y;
        case MULTIPLY -> x * y;
        case DIVIDE -> x / y;
        case MAXIMUM -> Math.max(x, y);
        case MINIMUM -> Math.min(x, y);
        case LESS -> x < y ? 1 : 0;
        case LESS_OR_EQUAL -> x <= y ? 1 : 0;
        case EQUAL -> x == y ? 1 : 0;
        default -> throw new AssertionError(binary);
      };
    }
    Instruction.Select select = (Instruction.Select) instruction;
    return v[select.condition()] != 0 ? v[select.yes()] : v[select.no()];
  }

  private static LoopCode code(Instruction instruction, Kind x, Kind y) {
    return new LoopCode(List.of(x, y), List.of(instruction), List.of(new Output(2, Kind.SHIFTED)));
  }

  @ParameterizedTest
  @MethodSource("instructions")
  void doesWhatJavaDoesAtAnySizeAndOffset(Instruction instruction) {
    for (Kind y : Kind.values()) {
      Loop loop = LOOPS.compile(code(instruction, Kind.SHIFTED, y));
      for (int n : Numbers.SIZES) {
        for (int seed = 0; seed < 10; seed++) {
          check(instruction, loop, y, n, seed);
        }
      }
    }
  }

  private static void check(Instruction instruction, Loop loop, Kind kind, int n, int seed) {
    Random random = new Random(seed);
    float[] x = Numbers.mixed(random, n + 8);
    float[] y = Numbers.mixed(random, n + 8);
    float uniform = Numbers.mixed(random, 1)[0];
    int start = 4;
    int from = start + Math.min(n, 1);
    float[] dst = new float[n + 8];
    Arrays.fill(dst, GUARD);
    float[] expected = dst.clone();
    for (int i = from; i < start + n; i++) {
      float other =
          switch (kind) {
            case UNIFORM -> uniform;
            case FLAT -> y[i];
            case SHIFTED -> y[i - start + 1];
          };
      expected[3 + i - start] = java(instruction, new float[] {x[i - start + 5], other});
    }
    float[][] arrays = {x, y, dst};
    loop.run(arrays, new int[] {5, 1, 3}, new double[] {0, uniform}, start, from, start + n);
    assertArrayEquals(expected, dst, kind + ", n " + n + ", seed " + seed);
  }

  @ParameterizedTest
  @MethodSource("instructions")
  void doesWhatJavaDoesToExtremeNumbers(Instruction instruction) {
    int count = Numbers.EXTREME.length;
    float[] x = new float[count * count];
    float[] y = new float[count * count];
    for (int i = 0; i < x.length; i++) {
      x[i] = Numbers.EXTREME[i % count];
      y[i] = Numbers.EXTREME[i / count];
    }
    float[] dst = new float[x.length];
    Loop loop = LOOPS.compile(code(instruction, Kind.SHIFTED, Kind.FLAT));
    loop.run(new float[][] {x, y, dst}, new int[3], new double[2], 0, 0, x.length);
    for (int i = 0; i < x.length; i++) {
      float expected = java(instruction, new float[] {x[i], y[i]});
      assertEquals(expected, dst[i], instruction + " of " + x[i] + " and " + y[i]);
    }
  }

  /** Random code of some inputs, with conditions that are compared and that are not. */
  private static LoopCode randomCode(Random random) {
    List<Instruction> all = instructions().toList();
    List<Kind> inputs = List.of(Kind.FLAT, Kind.SHIFTED, Kind.FLAT, Kind.UNIFORM);
    List<Instruction> body = new ArrayList<>();
    int length = 1 + random.nextInt(20);
    for (int i = 0; i < length; i++) {
      int values = inputs.size() + i;
      int x = random.nextInt(values);
      int y = random.nextInt(values);
      Instruction form = all.get(random.nextInt(all.size()));
      if (form instanceof Instruction.Unary unary) {
        body.add(new Instruction.Unary(unary.fn(), x));
      } else if (form instanceof Instruction.Binary binary) {
        body.add(new Instruction.Binary(binary.fn(), x, y));
      } else {
        body.add(new Instruction.Select(random.nextInt(values), x, y));
      }
    }
    int last = inputs.size() + length - 1;
    List<Output> outputs =
        List.of(
            new Output(last, Kind.FLAT),
            new Output(random.nextInt(last + 1), Kind.SHIFTED),
            new Output(1, Kind.FLAT));
    return new LoopCode(inputs, body, outputs);
  }

  /** The outputs overwrite the inputs 0, 1 and 2. */
  @RepeatedTest(60)
  void randomCodeDoesWhatJavaDoes(RepetitionInfo repetition) {
    int seed = repetition.getCurrentRepetition();
    Random random = new Random(seed);
    LoopCode code = randomCode(random);
    int n = 100;
    float[][] in = new float[3][];
    Arrays.setAll(in, k -> Numbers.mixed(random, n));
    double[] uniforms = new double[code.inputs().size()];
    uniforms[UNIFORM] = 1.5;
    float[][] expected = {in[0].clone(), in[1].clone(), in[2].clone()};
    for (int i = 0; i < n; i++) {
      float[] v = new float[code.inputs().size() + code.body().size()];
      v[0] = in[0][i];
      v[1] = in[1][i];
      v[2] = in[2][i];
      v[UNIFORM] = 1.5f;
      for (int b = 0; b < code.body().size(); b++) {
        v[code.inputs().size() + b] = java(code.body().get(b), v);
      }
      for (int o = 0; o < 3; o++) {
        expected[o][i] = v[code.outputs().get(o).value()];
      }
    }
    for (Loops loops : List.of(LOOPS, PLAIN)) {
      float[][] arrays = new float[code.inputs().size() + 3][];
      for (int k = 0; k < 3; k++) {
        arrays[k] = in[k].clone();
        arrays[code.inputs().size() + k] = arrays[k];
      }
      loops.compile(code).run(arrays, new int[arrays.length], uniforms, 0, 0, n);
      for (int k = 0; k < 3; k++) {
        assertArrayEquals(expected[k], arrays[k], "output " + k + ", seed " + seed + ": " + code);
      }
    }
  }

  @Test
  void factorsOutsideTheRangeOfFloatsAreTakenInDouble() {
    List<Kind> inputs = List.of(Kind.FLAT, Kind.UNIFORM);
    List<Instruction> body =
        List.of(
            new Instruction.Binary(BinaryFn.MULTIPLY, 0, 1),
            new Instruction.Binary(BinaryFn.MULTIPLY, 1, 0),
            new Instruction.Binary(BinaryFn.DIVIDE, 0, 1),
            new Instruction.Binary(BinaryFn.DIVIDE, 1, 0));
    List<Output> outputs =
        List.of(
            new Output(2, Kind.FLAT),
            new Output(3, Kind.FLAT),
            new Output(4, Kind.FLAT),
            new Output(5, Kind.FLAT));
    Loop loop = LOOPS.compileExact(new LoopCode(inputs, body, outputs));
    float[][] arrays = {{1e-30f}, null, new float[1], new float[1], new float[1], new float[1]};
    loop.run(arrays, new int[6], new double[] {0, 1e45}, 0, 0, 1);
    assertEquals(1e15f, arrays[2][0], 1e9f);
    assertEquals(1e15f, arrays[3][0], 1e9f);
    assertEquals(0, arrays[4][0]);
    assertEquals(Float.POSITIVE_INFINITY, arrays[5][0]);
    loop.run(arrays, new int[6], new double[] {0, 1e-45}, 0, 0, 1);
    assertEquals(1e15f, arrays[4][0], 1e9f);
  }

  @Test
  void equalCodeIsCompiledOnce() {
    LoopCode code = code(new Instruction.Unary(UnaryFn.NEGATE, 0), Kind.FLAT, Kind.FLAT);
    LoopCode same = code(new Instruction.Unary(UnaryFn.NEGATE, 0), Kind.FLAT, Kind.FLAT);
    LoopCode other = code(new Instruction.Unary(UnaryFn.ABS, 0), Kind.FLAT, Kind.FLAT);
    assertSame(LOOPS.compile(code), LOOPS.compile(same));
    assertNotSame(LOOPS.compile(code), LOOPS.compile(other));
    assertNotSame(LOOPS.compile(code), LOOPS.compileExact(code));
  }

  @Test
  void knowsWhatItCannotDo() {
    assertTrue(instructions().noneMatch(new Instruction.Unary(UnaryFn.EXP, 0)::equals));
    assertTrue(instructions().noneMatch(new Instruction.Binary(BinaryFn.POWER, 0, 1)::equals));
  }
}
