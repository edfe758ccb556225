package org.glissade.cpu.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("kernels")
class MatMulTest {
  private static final Kernels KERNELS = Kernels.best();
  private static final Kernels PLAIN = new PlainKernels("plain loops");
  private static final float GUARD = 54321f;

  /** A product inside larger arrays: offsets, and rows with room behind them. */
  private record Product(int m, int n, int k, boolean transA, boolean transB, long seed) {
    private static final int OFFSET = 3;
    private static final int ROOM = 5;

    float[] a() {
      return Numbers.unit(new Random(seed), OFFSET + (lda()) * (transA ? k : m));
    }

    float[] b() {
      return Numbers.unit(new Random(seed + 1), OFFSET + ldb() * (transB ? n : k));
    }

    int lda() {
      return (transA ? m : k) + ROOM;
    }

    int ldb() {
      return (transB ? k : n) + ROOM;
    }

    int ldc() {
      return n + ROOM;
    }

    float[] run(Kernels kernels, int... cuts) {
      float[] a = a();
      float[] b = b();
      float[] c = new float[OFFSET + m * ldc()];
      Arrays.fill(c, GUARD);
      float[] scratch = new float[kernels.scratchFloats(m, n, k, transA, transB)];
      int from = 0;
      for (int i = 0; i <= cuts.length; i++) {
        int to = i < cuts.length ? cuts[i] : m;
        Arrays.fill(scratch, Float.NaN);
        kernels.matmul(
            a, OFFSET, lda(), transA, b, OFFSET, ldb(), transB, c, OFFSET, ldc(), m, n, k, from, to,
            scratch);
        from = to;
      }
      return c;
    }

    /** In double, with all that is not C as it was. */
    double[] exact() {
      float[] a = a();
      float[] b = b();
      double[] c = new double[OFFSET + m * ldc()];
      Arrays.fill(c, GUARD);
      for (int i = 0; i < m; i++) {
        for (int j = 0; j < n; j++) {
          double sum = 0;
          for (int p = 0; p < k; p++) {
            double x = a[OFFSET + (transA ? p * lda() + i : i * lda() + p)];
            sum += x * b[OFFSET + (transB ? j * ldb() + p : p * ldb() + j)];
          }
          c[OFFSET + i * ldc() + j] = sum;
        }
      }
      return c;
    }
  }

  private static void check(Product product) {
    float[] c = product.run(KERNELS);
    double[] exact = product.exact();
    double allowed = 2e-6 * (1 + product.k() / 20.0);
    for (int i = 0; i < c.length; i++) {
      double tolerance = exact[i] == GUARD ? 0 : allowed;
      assertEquals(exact[i], c[i], tolerance, product + " at " + i);
    }
    assertArrayEquals(product.run(PLAIN), c, product + ": plain loops");
  }

  @ParameterizedTest
  @CsvSource({
    "128, 128, 784, false, false", "128, 64, 128, false, false", "128, 10, 64, false, false",
    "784, 128, 128, true, false", "64, 10, 128, true, false", "128, 64, 10, false, true",
    "128, 128, 64, false, true", "1, 10, 64, false, false", "16, 128, 784, false, false",
    "50, 1030, 20, false, false", "50, 1024, 1030, true, true", "7, 3, 1100, false, true",
    "300, 413, 600, false, false", "300, 400, 600, true, true", "530, 96, 260, true, false"
  })
  void shapesThatMatter(int m, int n, int k, boolean transA, boolean transB) {
    check(new Product(m, n, k, transA, transB, 11));
  }

  @Test
  void randomShapesInAllOrders() {
    long seed = 20_261_123;
    Random random = new Random(seed);
    for (int i = 0; i < 400; i++) {
      int m = 1 + random.nextInt(40);
      int n = 1 + random.nextInt(150);
      int k = 1 + random.nextInt(70);
      check(new Product(m, n, k, random.nextBoolean(), random.nextBoolean(), seed + i));
    }
  }

  @Test
  void smallShapesInAllOrders() {
    for (int m = 1; m <= 14; m++) {
      for (int n = 1; n <= 5; n++) {
        for (int order = 0; order < 4; order++) {
          check(new Product(m, n * n, 3, (order & 1) != 0, (order & 2) != 0, m));
        }
      }
    }
  }

  @Test
  void aProductOverNothingIsZero() {
    Product product = new Product(9, 21, 0, false, false, 1);
    float[] c = product.run(KERNELS);
    double[] exact = product.exact();
    for (int i = 0; i < c.length; i++) {
      assertEquals(exact[i], c[i], "at " + i);
    }
  }

  @Test
  void theBitsDoNotDependOnHowRowsAreSplit() {
    for (int order = 0; order < 4; order++) {
      boolean transA = (order & 1) != 0;
      boolean transB = (order & 2) != 0;
      for (int n : new int[] {10, 64, 77, 600}) {
        Product product = new Product(61, n, 533, transA, transB, 5);
        float[] whole = product.run(KERNELS);
        assertArrayEquals(whole, product.run(KERNELS, 1, 2, 3, 10, 31), product + ", 6 parts");
        assertArrayEquals(whole, product.run(KERNELS, 30), product + ", 2 parts");
        assertArrayEquals(whole, product.run(KERNELS, 0, 60, 61), product + ", empty parts");
      }
    }
  }

  @Test
  void nonFiniteNumbersReachOnlyTheirRowsAndColumns() {
    int m = 13;
    int n = 35;
    int k = 9;
    float[] a = Numbers.unit(new Random(1), m * k);
    float[] b = Numbers.unit(new Random(2), k * n);
    a[4 * k + 2] = Float.NaN;
    b[3 * n + 33] = Float.POSITIVE_INFINITY;
    float[] c = new float[m * n];
    float[] scratch = new float[KERNELS.scratchFloats(m, n, k, false, false)];
    KERNELS.matmul(a, 0, k, false, b, 0, n, false, c, 0, n, m, n, k, 0, m, scratch);
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        assertEquals(i != 4 && j != 33, Float.isFinite(c[i * n + j]), "row " + i + ", column " + j);
      }
    }
  }
}
