package org.glissade.cpu.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("kernels")
class ReductionsTest {
  private static final Kernels KERNELS = Kernels.best();
  private static final Kernels PLAIN = new PlainKernels("plain loops");
  private static final int[] SIZES = {0, 1, 2, 15, 16, 17, 31, 32, 33, 47, 511, 512, 10_000};

  /** The order that {@link Kernels#sum} promises, written down naively. */
  private static double inOrder(double[] terms) {
    double[] lanes = new double[16];
    int whole = terms.length / 16 * 16;
    for (int i = 0; i < whole; i++) {
      lanes[i % 16] += terms[i];
    }
    for (int half = 8; half > 0; half /= 2) {
      for (int j = 0; j < half; j++) {
        lanes[j] += lanes[j + half];
      }
    }
    double total = lanes[0];
    for (int i = whole; i < terms.length; i++) {
      total += terms[i];
    }
    return total;
  }

  @Test
  void sumsHaveThePromisedBits() {
    for (int n : SIZES) {
      Random random = new Random(n);
      float[] x = Numbers.random(random, n + 5);
      float[] y = Numbers.random(random, n + 5);
      double[] terms = new double[n];
      double[] squares = new double[n];
      double[] products = new double[n];
      for (int i = 0; i < n; i++) {
        terms[i] = x[i + 3];
        squares[i] = terms[i] * terms[i];
        products[i] = terms[i] * y[i + 1];
      }
      for (Kernels kernels : new Kernels[] {KERNELS, PLAIN}) {
        String where = kernels.describe() + ", n " + n;
        assertEquals(inOrder(terms), kernels.sum(x, 3, n), where);
        assertEquals(inOrder(squares), kernels.sumOfSquares(x, 3, n), where);
        assertEquals(inOrder(products), kernels.dot(x, 3, y, 1, n), where);
      }
    }
  }

  @Test
  void squaresNeitherOverflowNorVanish() {
    float[] x = {1e30f, 1e-30f, 0f, Float.MAX_VALUE};
    assertEquals(1e60, KERNELS.sumOfSquares(x, 0, 1), 1e54);
    assertEquals(1e-60, KERNELS.sumOfSquares(x, 1, 2), 1e-66);
    assertEquals((double) Float.MAX_VALUE * Float.MAX_VALUE, KERNELS.sumOfSquares(x, 3, 1), 1e60);
  }

  @Test
  void sumsAreFiniteExactlyIfAllNumbersAre() {
    for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
      for (int at = 0; at < 40; at++) {
        float[] x = new float[40];
        x[at] = bad;
        assertEquals(bad, (float) KERNELS.sum(x, 0, 40));
        assertEquals(bad * bad, (float) KERNELS.sumOfSquares(x, 0, 40));
      }
    }
  }

  @Test
  void bytesAreCountedFrom0() {
    for (int n : SIZES) {
      byte[] x = new byte[n + 5];
      new Random(n).nextBytes(x);
      float[] dst = new float[n + 2];
      float[] expected = new float[n + 2];
      KERNELS.widen(dst, 1, x, 3, n);
      for (int i = 0; i < n; i++) {
        expected[1 + i] = x[3 + i] & 0xff;
      }
      assertArrayEquals(expected, dst, "n " + n);
    }
  }

  @Test
  void squaresOfRowsAreAddedToTheirColumns() {
    for (int n : SIZES) {
      for (int rows = 0; rows < 4; rows++) {
        float[] x = Numbers.random(new Random(n), rows * n + 5);
        double[] acc = new double[n + 2];
        double[] expected = new double[n + 2];
        for (int i = 0; i < n; i++) {
          acc[1 + i] = i;
          expected[1 + i] = i;
          for (int r = 0; r < rows; r++) {
            expected[1 + i] += (double) x[3 + r * n + i] * x[3 + r * n + i];
          }
        }
        KERNELS.accumulateSquares(acc, 1, x, 3, n, rows);
        assertArrayEquals(expected, acc, "n %d, %d rows".formatted(n, rows));
      }
    }
  }

  @Test
  void maxIsThatOfMath() {
    assertEquals(Float.NEGATIVE_INFINITY, KERNELS.max(new float[0], 0, 0));
    for (int n : SIZES) {
      if (n == 0) {
        continue;
      }
      float[] x = Numbers.random(new Random(n), n + 5);
      float most = Float.NEGATIVE_INFINITY;
      for (int i = 0; i < n; i++) {
        most = Math.max(most, x[i + 2]);
      }
      assertEquals(most, KERNELS.max(x, 2, n), "n " + n);
      x[2 + n / 2] = Float.NaN;
      assertEquals(Float.NaN, KERNELS.max(x, 2, n), "NaN, n " + n);
    }
  }

  @Test
  void zerosHaveAnOrder() {
    float[] x = new float[33];
    java.util.Arrays.fill(x, -0f);
    assertEquals(-0f, KERNELS.max(x, 0, 33));
    x[32] = 0f;
    assertEquals(0f, KERNELS.max(x, 0, 33));
    assertEquals(-0f, KERNELS.max(x, 0, 32));
  }

  @Test
  void columnsAccumulateInDouble() {
    for (int n : SIZES) {
      Random random = new Random(n);
      float[] x = Numbers.random(random, n + 5);
      double[] acc = random.doubles(n + 7).toArray();
      double[] expected = acc.clone();
      for (int j = 0; j < n; j++) {
        expected[j + 4] += x[j + 1];
      }
      KERNELS.accumulateColumns(acc, 4, x, 1, n);
      assertArrayEquals(expected, acc, "n " + n);
    }
  }

  @Test
  void plainLoopsComeFirstAndVectorsWithTheSameBitsAfterThem() {
    float[] x = Numbers.random(new Random(5), 512);
    Kernels kernels = KernelChoice.ofThisJvm(3000);
    double expected = PLAIN.sum(x, 0, x.length);
    for (int call = 0; call < 4; call++) {
      boolean vectors = kernels instanceof VectorKernels some && some.vectors(0);
      assertEquals(call >= 2 && KERNELS instanceof VectorKernels, vectors);
      assertEquals(expected, kernels.sum(x, 0, x.length));
    }
  }
}
