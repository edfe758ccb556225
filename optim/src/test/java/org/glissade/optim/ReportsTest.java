package org.glissade.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.glissade.testkit.golden.UpdateProgram;
import org.junit.jupiter.api.Test;

/** The by-products that tell how often a transform acted. */
class ReportsTest {
  private static final double[] GRADIENT = new double[26];

  static {
    GRADIENT[0] = 3;
    GRADIENT[1] = 4;
    GRADIENT[20] = -0.5;
  }

  @Test
  void clipByNormReportsTheNormBeforeAndWhereItActed() {
    try (UpdateProgram program =
        Models.program(Models.twoLayers(), "clip-by-norm(0.5, extent=parameter)")) {
      program.run(GRADIENT);
      assertArrayEquals(new double[] {5, 0, 0.5, 0}, program.report("clip-by-norm/norm"));
      assertArrayEquals(new double[] {1, 0, 0, 0}, program.report("clip-by-norm/acted"));
    }
  }

  @Test
  void clipByValueReportsTheShareOfElementsThatWereOutside() {
    try (UpdateProgram program = Models.program(Models.twoLayers(), "clip-by-value(3)")) {
      program.run(GRADIENT);
      assertArrayEquals(new double[] {1 / 26.0}, program.report("clip-by-value/acted"));
    }
  }

  @Test
  void renormalizeReportsTheNormBefore() {
    try (UpdateProgram program =
        Models.program(Models.twoLayers(), "renormalize(1, extent=layer)")) {
      program.run(GRADIENT);
      assertArrayEquals(new double[] {5, 0.5}, program.report("renormalize/norm"));
    }
  }

  @Test
  void renormalizeReportsThatItActedUnlessTheNormIsAlphaOrZero() {
    try (UpdateProgram program =
        Models.program(Models.twoLayers(), "renormalize(5, extent=parameter)")) {
      program.run(GRADIENT);
      assertArrayEquals(new double[] {0, 0, 1, 0}, program.report("renormalize/acted"));
    }
  }

  @Test
  void reportsOfASkippedStepAreVoid() {
    try (UpdateProgram program =
        Models.program(
            Models.twoLayers(), "non-finite(skip-step) | clip-by-norm(0.5, extent=global)")) {
      double[] poisoned = GRADIENT.clone();
      poisoned[7] = Double.NaN;
      program.run(poisoned);
      assertArrayEquals(new double[] {Double.NaN}, program.report("clip-by-norm/norm"));
      assertArrayEquals(new double[] {1}, program.report("non-finite/skipped"));
    }
  }
}
