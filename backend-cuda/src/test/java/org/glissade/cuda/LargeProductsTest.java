package org.glissade.cuda;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

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
    double[] library = parameters(FakeCuda.backend(0));
    assertArrayEquals(parameters(FakeCuda.backend(Long.MAX_VALUE)), library, 1e-5);
    assertArrayEquals(parameters(FakeCuda.withoutBias()), library, 1e-5);
  }

  /** The library's own ReLU would make 0 of NaN, and hide it from the policies for gradients. */
  @Test
  void aReluBehindALibraryProductKeepsNaN() {
    for (Backend backend : List.of(FakeCuda.backend(0), FakeCuda.withoutBias())) {
      try (Session session = backend.open(SessionOptions.seed(3))) {
        Program program = W1.compile(session, W1.plan(RULE));
        double[] parameters = session.store().read(Variable.PARAMETERS);
        int bias = program.plan().definition().layout().offset(1);
        parameters[bias + 7] = Double.NaN;
        session.store().write(Variable.PARAMETERS, parameters);
        program.run();
        assertEquals(Double.NaN, program.scalar("loss"));
        assertArrayEquals(parameters, session.store().read(Variable.PARAMETERS));
      }
    }
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
}
