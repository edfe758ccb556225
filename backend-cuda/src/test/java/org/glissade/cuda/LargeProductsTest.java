package org.glissade.cuda;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.glissade.backend.Backend;
import org.glissade.backend.Program;
import org.glissade.backend.Session;
import org.glissade.backend.SessionOptions;
import org.glissade.cuda.code.Launch;
import org.glissade.cuda.code.PlanCode;
import org.glissade.cuda.code.Products;
import org.glissade.tensor.Variable;
import org.glissade.testkit.BackendContract;
import org.glissade.testkit.Guarantee;
import org.junit.jupiter.api.Test;

/** The backend kit once more with every product by the library, however small. */
class LargeProductsTest implements BackendContract {
  private static final String RULE = "clip-by-norm(1.0, extent=parameter) | sgd(0.1)";

  @Override
  public Backend backend() {
    return FakeCuda.backend(0);
  }

  @Override
  public Set<Guarantee> guarantees() {
    return EnumSet.noneOf(Guarantee.class);
  }

  private static double[] parameters(Backend backend) {
    try (Session session = backend.open(SessionOptions.seed(3))) {
      Program program = W1.compile(session, W1.plan(RULE));
      program.run();
      program.run();
      return session.store().read(Variable.PARAMETERS);
    }
  }

  /** With a bias by the library, with one by a kernel, and all by our own kernels. */
  @Test
  void theLibraryGivesWhatTheKernelsGive() {
    assertArrayEquals(
        parameters(FakeCuda.backend(Long.MAX_VALUE)), parameters(FakeCuda.backend(0)), 1e-5);
  }

  @Test
  void aBiasGoesWithTheProductWhereTheLibraryHasAWay() {
    assertEquals(List.of(true, true, true, false, false, false, false, false), biased(p -> true));
    assertEquals(
        List.of(true, false, true, false, false, false, false, false),
        biased(p -> !p.biased() || p.n() != 64));
    assertEquals(List.of(), biased(p -> false));
  }

  private static List<Boolean> biased(
      java.util.function.Predicate<org.glissade.cuda.driver.Product> known) {
    return PlanCode.of(W1.plan(RULE), new Products(0, known)).launches().stream()
        .filter(Launch.Multiply.class::isInstance)
        .map(launch -> ((Launch.Multiply) launch).product().biased())
        .toList();
  }

  /** The article's products are a few microseconds each: they stay within their stage. */
  @Test
  void smallProductsStayInTheKernels() {
    PlanCode code = PlanCode.of(W1.plan(RULE), new Products(Products.LARGE, p -> true));
    assertEquals(6, code.launches().size());
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
