package org.glissade.cuda;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.stream.DoubleStream;
import org.glissade.backend.Program;
import org.glissade.backend.Session;
import org.glissade.backend.SessionOptions;
import org.glissade.cuda.code.Products;
import org.glissade.cuda.driver.BytedecoCuda;
import org.glissade.cuda.driver.Driver;
import org.glissade.cuda.driver.MatMuls;
import org.glissade.cuda.driver.Precision;
import org.glissade.cuda.driver.Product;
import org.glissade.tensor.Variable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the setting of precision changes: the factors of the library's products, nothing else. */
class PrecisionTest {
  private static final String RULE = "clip-by-norm(1.0, extent=parameter) | sgd(0.1)";
  private static final double ROUNDED_BY_TF32 = 1 + 0x1p-12;
  private static final double ROUNDED_BY_BF16 = 1 + 0x1p-9;
  private static final double TINY = 0x1p-20;

  /** [a, b] · [1, 1]ᵀ by the library. */
  private static float sum(Precision precision, double a, double b) {
    FakeCuda.build();
    BytedecoCuda cuda = new BytedecoCuda();
    try (Driver driver = cuda.open();
        MatMuls library = cuda.matMuls(driver)) {
      int product = library.prepare(new Product(1, 1, 2, false, false, false), precision);
      long memory = driver.allocate(5 * Float.BYTES);
      ByteBuffer host = driver.allocateHost(4 * Float.BYTES);
      host.asFloatBuffer().put(new float[] {(float) a, (float) b, 1, 1});
      driver.upload(host, memory, 4 * Float.BYTES);
      library.multiply(product, memory, memory + 2 * Float.BYTES, 0, memory + 4 * Float.BYTES);
      driver.download(memory + 4 * Float.BYTES, host, Float.BYTES);
      driver.synchronize();
      float result = host.getFloat(0);
      driver.freeHost(host);
      driver.free(memory);
      return result;
    }
  }

  @Test
  void factorsAreRoundedAndSumsAreNot() {
    assertEquals((float) (ROUNDED_BY_TF32 + TINY), sum(Precision.FP32, ROUNDED_BY_TF32, TINY));
    assertEquals((float) (1 + TINY), sum(Precision.TF32, ROUNDED_BY_TF32, TINY));
    assertEquals((float) (ROUNDED_BY_BF16 + TINY), sum(Precision.TF32, ROUNDED_BY_BF16, TINY));
    assertEquals((float) (1 + TINY), sum(Precision.BF16, ROUNDED_BY_BF16, TINY));
    assertEquals((float) (1 + 0x1p-7 + TINY), sum(Precision.BF16, 1 + 0x1p-7, TINY));
  }

  private static double[] parameters(long large, Precision precision) {
    try (Session session = FakeCuda.backend(large, precision).open(SessionOptions.seed(3))) {
      Program program = W1.compile(session, W1.plan(RULE));
      program.run();
      program.run();
      return session.store().read(Variable.PARAMETERS);
    }
  }

  /** Relative to the norm of the parameters. */
  private static double distance(double[] from, double[] to) {
    double squares = 0;
    for (int i = 0; i < from.length; i++) {
      squares += (from[i] - to[i]) * (from[i] - to[i]);
    }
    return Math.sqrt(squares / DoubleStream.of(from).map(x -> x * x).sum());
  }

  /** The coarser the factors, the larger the difference; the parameters keep all their bits. */
  @Test
  void theSettingReachesTheProductsOfAProgram() {
    double[] exact = parameters(0, Precision.FP32);
    double[] tf32 = parameters(0, Precision.TF32);
    double[] bf16 = parameters(0, Precision.BF16);
    double small = distance(exact, tf32);
    double large = distance(exact, bf16);
    assertTrue(small > 1e-7 && small < 1e-4, () -> "tf32: " + small);
    assertTrue(large > 3 * small && large < 1e-3, () -> "bf16: " + large);
    assertTrue(
        DoubleStream.of(bf16).anyMatch(x -> (Float.floatToIntBits((float) x) & 0xffff) != 0));
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void smallProductsStayExact(Precision precision) {
    assertArrayEquals(
        parameters(Long.MAX_VALUE, Precision.FP32), parameters(Products.LARGE, precision));
  }

  @ParameterizedTest
  @CsvSource({"fp32,FP32", "tf32,TF32", "TF32,TF32", "bf16,BF16"})
  void thePropertyNamesAPrecision(String text, Precision expected) {
    System.setProperty(MatMulChoice.PROPERTY, text);
    try {
      assertEquals(new MatMulChoice(Products.LARGE, expected), MatMulChoice.standard());
    } finally {
      System.clearProperty(MatMulChoice.PROPERTY);
    }
  }

  @Test
  void aPrecisionThatDoesNotExistIsRefused() {
    System.setProperty(MatMulChoice.PROPERTY, "fp8");
    try {
      assertEquals(
          "System property glissade.cuda.precision must be fp32, tf32 or bf16, but is 'fp8'",
          assertThrows(IllegalArgumentException.class, CudaBackend::new).getMessage());
    } finally {
      System.clearProperty(MatMulChoice.PROPERTY);
    }
  }
}
