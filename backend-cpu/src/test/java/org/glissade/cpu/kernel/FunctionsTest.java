package org.glissade.cpu.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Functions made of polynomials, against the same in double. */
@Tag("kernels")
class FunctionsTest {
  private static final Kernels KERNELS = Kernels.best();
  private static final Kernels PLAIN = new PlainKernels("plain loops");

  /** A kernel of one tile. */
  interface Kernel {
    void run(float[] dst, int d, float[] x, int xo, int n);
  }

  /**
   * A function.
   *
   * @param from least argument worth a dense test
   * @param to largest
   * @param ulps allowed distance, in ulp of the result
   * @param least distance that is always allowed
   */
  record Function(
      String name,
      Kernel kernel,
      Kernel plain,
      DoubleUnaryOperator exact,
      float from,
      float to,
      double ulps,
      double least) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Function> functions() {
    return List.of(
        new Function("exp", KERNELS::exp, PLAIN::exp, Math::exp, -104, 89, 2, 2e-45),
        new Function("log", KERNELS::log, PLAIN::log, Math::log, 0, 8, 2, 0),
        new Function("tanh", KERNELS::tanh, PLAIN::tanh, Math::tanh, -10, 10, 4, 0),
        new Function(
            "sigmoid",
            KERNELS::sigmoid,
            PLAIN::sigmoid,
            x -> 1 / (1 + Math.exp(-x)),
            -90,
            20,
            4,
            1e-38),
        new Function("erf", KERNELS::erf, PLAIN::erf, Erf::erf, -4.5f, 4.5f, 4, 2e-45));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void isCloseEverywhere(Function function) {
    int n = 200_000;
    float[] x = new float[n];
    for (int i = 0; i < n; i++) {
      x[i] = function.from() + (function.to() - function.from()) * i / n;
    }
    check(function, x);
  }

  @ParameterizedTest
  @MethodSource("functions")
  void isCloseForAnySizeOfArgument(Function function) {
    int n = 100_000;
    float[] x = new float[n];
    Random random = new Random(7);
    for (int i = 0; i < n; i++) {
      x[i] = Float.intBitsToFloat(random.nextInt());
    }
    System.arraycopy(Numbers.EXTREME, 0, x, 0, Numbers.EXTREME.length);
    check(function, x);
  }

  private static void check(Function function, float[] x) {
    float[] y = new float[x.length];
    function.kernel().run(y, 0, x, 0, x.length);
    for (int i = 0; i < x.length; i++) {
      double exact = function.exact().applyAsDouble(x[i]);
      float rounded = (float) exact;
      if (Float.isNaN(rounded) || Float.isInfinite(rounded)) {
        assertEquals(rounded, y[i], function + " of " + x[i]);
      } else {
        double allowed = Math.max(function.ulps() * Math.ulp(rounded), function.least());
        float argument = x[i];
        assertEquals(exact, y[i], allowed, () -> function + " of " + argument);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void hasTheSameBitsInPlainLoopsAndAnywhereInATile(Function function) {
    float[] x = Numbers.mixed(new Random(3), 520);
    float[] whole = new float[512];
    function.plain().run(whole, 0, x, 0, 512);
    for (int n : Numbers.SIZES) {
      for (int from = 0; from + n <= 512; from += 37) {
        float[] part = new float[n];
        function.kernel().run(part, 0, x, from, n);
        float[] expected = Arrays.copyOfRange(whole, from, from + n);
        assertArrayEquals(bits(expected), bits(part), "n " + n + " from " + from);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void mayOverwriteItsArgumentAndNothingElse(Function function) {
    for (int n : Numbers.SIZES) {
      float[] x = Numbers.mixed(new Random(n), n + 8);
      float[] expected = x.clone();
      function.plain().run(expected, 3, x, 3, n);
      function.kernel().run(x, 3, x, 3, n);
      assertArrayEquals(bits(expected), bits(x), "n " + n);
    }
  }

  @Test
  void erfIsWithinOneTenMillionth() {
    float[] x = Numbers.unit(new Random(5), 100_000);
    float[] y = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      x[i] *= 5;
    }
    KERNELS.erf(y, 0, x, 0, x.length);
    for (int i = 0; i < x.length; i++) {
      assertEquals(Erf.erf(x[i]), y[i], 1e-7, "erf of " + x[i]);
    }
  }

  @Test
  void oddFunctionsKeepTheSignOfZero() {
    float[] x = {-0f, 0f};
    for (Function function : functions()) {
      if (function.name().equals("tanh") || function.name().equals("erf")) {
        float[] y = new float[2];
        function.kernel().run(y, 0, x, 0, 2);
        assertArrayEquals(x, y, function.name());
      }
    }
  }

  /** Bits, all NaNs alike. */
  private static int[] bits(float[] x) {
    int[] bits = new int[x.length];
    for (int i = 0; i < x.length; i++) {
      bits[i] = Float.floatToIntBits(x[i]);
    }
    return bits;
  }
}
