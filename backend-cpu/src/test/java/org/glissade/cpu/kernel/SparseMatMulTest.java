package org.glissade.cpu.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Products that leave out the zeros of A, against those that do not: the bits must be the same. */
@Tag("kernels")
class SparseMatMulTest {
  private static final Kernels KERNELS = Kernels.best();
  private static final Kernels PLAIN = new PlainKernels("plain loops");
  private static final float GUARD = 54321f;
  private static final int OFFSET = 3;
  private static final int ROOM = 5;

  /** A of bytes, as rows inside a larger array, and what the bytes stand for. */
  private record Bytes(int rows, int length, double density, long seed) {
    byte[] bytes() {
      Random random = new Random(seed);
      byte[] bytes = new byte[OFFSET + rows * length + ROOM];
      random.nextBytes(bytes);
      for (int i = OFFSET; i < OFFSET + rows * length; i++) {
        bytes[i] = random.nextDouble() < density ? bytes[i] : 0;
      }
      return bytes;
    }

    float[] numbers() {
      float[] numbers = Numbers.unit(new Random(seed + 1), 256);
      numbers[0] = 0;
      return numbers;
    }

    float[] dense() {
      byte[] bytes = bytes();
      float[] numbers = numbers();
      float[] dense = new float[rows * length];
      for (int i = 0; i < dense.length; i++) {
        dense[i] = numbers[bytes[OFFSET + i] & 0xff];
      }
      return dense;
    }

    SparseRows sparse() {
      byte[] bytes = bytes();
      SparseRows sparse = new SparseRows(rows, length, numbers());
      for (int row = rows - 1; row >= 0; row--) {
        sparse.read(row, bytes, OFFSET + row * length);
      }
      return sparse;
    }
  }

  private static void check(int m, int n, int k, double density, boolean transposed, long seed) {
    Bytes a = transposed ? new Bytes(k, m, density, seed) : new Bytes(m, k, density, seed);
    int ldb = n + ROOM;
    int ldc = n + ROOM;
    float[] b = Numbers.unit(new Random(seed + 2), OFFSET + k * ldb);
    float[] c = new float[OFFSET + m * ldc];
    Arrays.fill(c, GUARD);
    float[] scratch = new float[KERNELS.scratchFloats(m, n, k, transposed, false)];
    KERNELS.matmul(
        a.dense(),
        0,
        a.length,
        transposed,
        b,
        OFFSET,
        ldb,
        false,
        c,
        OFFSET,
        ldc,
        m,
        n,
        k,
        0,
        m,
        scratch);
    String what = "m %d, n %d, k %d, %s, seed %d".formatted(m, n, k, transposed, seed);
    for (Kernels kernels : new Kernels[] {KERNELS, PLAIN}) {
      float[] sparse = sparse(kernels, a, transposed, b, m, n, k);
      assertArrayEquals(c, sparse, what + ", " + kernels.describe());
    }
  }

  /** In two parts of rows. */
  private static float[] sparse(
      Kernels kernels, Bytes bytes, boolean transposed, float[] b, int m, int n, int k) {
    SparseRows rows = bytes.sparse();
    float[] c = new float[OFFSET + m * (n + ROOM)];
    Arrays.fill(c, GUARD);
    SparseScratch scratch = kernels.sparseScratch(m, n, k);
    int[] cuts = {0, m / 3, m};
    for (int part = 0; part < 2; part++) {
      if (transposed) {
        rows.transpose(cuts[part], cuts[part + 1], scratch);
      }
      Arrays.fill(scratch.panel, Float.NaN);
      kernels.sparseMatmul(
          rows,
          transposed,
          b,
          OFFSET,
          n + ROOM,
          c,
          OFFSET,
          n + ROOM,
          n,
          k,
          cuts[part],
          cuts[part + 1],
          scratch);
    }
    return c;
  }

  @ParameterizedTest
  @CsvSource({
    "128, 128, 784, 0.19, false", "784, 128, 128, 0.19, true", "16, 128, 784, 0.19, false",
    "160, 1024, 784, 0.19, false", "784, 1024, 256, 0.19, true", "3, 10, 784, 0.5, false",
    "40, 77, 1600, 0.3, false", "1600, 21, 3, 0.3, true", "30, 33, 1025, 0.01, false",
    "20, 130, 600, 0, false", "20, 130, 600, 1, true"
  })
  void shapesThatMatter(int m, int n, int k, double density, boolean transposed) {
    check(m, n, k, density, transposed, 11);
  }

  @Test
  void randomShapes() {
    long seed = 20_261_124;
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      int m = 1 + random.nextInt(60);
      int n = 1 + random.nextInt(300);
      int k = 1 + random.nextInt(70);
      check(m, n, k, random.nextDouble(), random.nextBoolean(), seed + i);
    }
  }
}
