package org.glissade.cpu.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Maps that are exact, against Java's own arithmetic. */
@Tag("kernels")
class MapsTest {
  private static final Kernels KERNELS = Kernels.best();
  private static final float GUARD = 12345f;

  interface Binary {
    void run(float[] dst, int d, float[] x, int xo, float[] y, int yo, int n);
  }

  interface Unary {
    void run(float[] dst, int d, float[] x, int xo, int n);
  }

  interface FloatFunction {
    float of(float x, float y);
  }

  record Map(String name, Binary kernel, FloatFunction java) {
    static Map of(String name, Unary kernel, FloatFunction java) {
      return new Map(name, (dst, d, x, xo, y, yo, n) -> kernel.run(dst, d, x, xo, n), java);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Map> maps() {
    return List.of(
        new Map("add", KERNELS::add, (x, y) -> x + y),
        new Map("sub", KERNELS::sub, (x, y) -> x - y),
        new Map("mul", KERNELS::mul, (x, y) -> x * y),
        new Map("div", KERNELS::div, (x, y) -> x / y),
        new Map("min", KERNELS::min, Math::min),
        new Map("max", KERNELS::max, Math::max),
        new Map("less", KERNELS::less, (x, y) -> x < y ? 1 : 0),
        new Map("lessEqual", KERNELS::lessEqual, (x, y) -> x <= y ? 1 : 0),
        new Map("equal", KERNELS::equal, (x, y) -> x == y ? 1 : 0),
        new Map(
            "select",
            (dst, d, x, xo, y, yo, n) -> KERNELS.select(dst, d, x, xo, y, yo, x, xo, n),
            (x, y) -> x != 0 ? y : x),
        Map.of(
            "addScalar",
            (dst, d, x, xo, n) -> KERNELS.addScalar(dst, d, x, xo, 1.5f, n),
            (x, y) -> x + 1.5f),
        Map.of(
            "mulScalar",
            (dst, d, x, xo, n) -> KERNELS.mulScalar(dst, d, x, xo, -0.7f, n),
            (x, y) -> x * -0.7f),
        Map.of("neg", KERNELS::neg, (x, y) -> -x),
        Map.of("abs", KERNELS::abs, (x, y) -> Math.abs(x)),
        Map.of("sign", KERNELS::sign, (x, y) -> Math.signum(x)),
        Map.of("sqrt", KERNELS::sqrt, (x, y) -> (float) Math.sqrt(x)),
        Map.of("square", KERNELS::square, (x, y) -> x * x),
        Map.of("reciprocalOrZero", KERNELS::reciprocalOrZero, (x, y) -> x == 0 ? 0 : 1 / x),
        Map.of("relu", KERNELS::relu, (x, y) -> Math.max(x, 0)),
        Map.of("isFinite", KERNELS::isFinite, (x, y) -> Float.isFinite(x) ? 1 : 0),
        Map.of("copy", KERNELS::copy, (x, y) -> x),
        Map.of("fill", (dst, d, x, xo, n) -> KERNELS.fill(dst, d, 2.5f, n), (x, y) -> 2.5f));
  }

  @ParameterizedTest
  @MethodSource("maps")
  void doesWhatJavaDoesAtAnySizeAndOffset(Map map) {
    for (int n : Numbers.SIZES) {
      for (int seed = 0; seed < 20; seed++) {
        Random random = new Random(seed);
        float[] x = Numbers.mixed(random, n + 8);
        float[] y = Numbers.mixed(random, n + 8);
        float[] dst = new float[n + 8];
        Arrays.fill(dst, GUARD);
        map.kernel().run(dst, 3, x, 5, y, 1, n);
        assertArrayEquals(expected(map, x, 5, y, 1, n, 3), dst, "n " + n + ", seed " + seed);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("maps")
  void doesWhatJavaDoesToExtremeNumbers(Map map) {
    int count = Numbers.EXTREME.length;
    float[] x = new float[count * count];
    float[] y = new float[count * count];
    for (int i = 0; i < x.length; i++) {
      x[i] = Numbers.EXTREME[i % count];
      y[i] = Numbers.EXTREME[i / count];
    }
    float[] dst = new float[x.length];
    map.kernel().run(dst, 0, x, 0, y, 0, x.length);
    for (int i = 0; i < x.length; i++) {
      assertEquals(map.java().of(x[i], y[i]), dst[i], map + " of " + x[i] + " and " + y[i]);
    }
  }

  @ParameterizedTest
  @MethodSource("maps")
  void mayOverwriteWhatItReads(Map map) {
    for (int n : Numbers.SIZES) {
      float[] x = Numbers.mixed(new Random(n), n);
      float[] expected = expected(map, x, 0, x, 0, n, 0);
      map.kernel().run(x, 0, x, 0, x, 0, n);
      assertArrayEquals(Arrays.copyOf(expected, n), x, "n " + n);
    }
  }

  private static float[] expected(Map map, float[] x, int xo, float[] y, int yo, int n, int d) {
    float[] expected = new float[n + 8];
    Arrays.fill(expected, GUARD);
    for (int i = 0; i < n; i++) {
      expected[d + i] = map.java().of(x[xo + i], y[yo + i]);
    }
    return expected;
  }

  static Stream<String> testedNames() {
    return Stream.concat(
        maps().stream().map(Map::name), FunctionsTest.functions().stream().map(Object::toString));
  }

  @Test
  void testsEveryMap() {
    List<String> others =
        List.of("describe", "best", "scratchFloats", "matmul", "sum", "sumOfSquares", "dot");
    List<String> names =
        Arrays.stream(Kernels.class.getDeclaredMethods())
            .filter(method -> method.getReturnType() == void.class)
            .map(java.lang.reflect.Method::getName)
            .filter(name -> !others.contains(name) && !name.equals("accumulateColumns"))
            .distinct()
            .sorted()
            .toList();
    assertEquals(names, testedNames().sorted().toList());
  }
}
