package org.glissade.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.glissade.testkit.golden.UpdateProgram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrappers around each other. */
class WrappersTest {
  @ParameterizedTest
  @ValueSource(strings = {"ema-weights", "swa(1)", "lookahead", "schedule-free"})
  void anAverageAroundAccumulationIsAnError(String average) {
    String chain = average + " | accumulate(2) | sgd(0.1)";
    IllegalStateException error =
        assertThrows(IllegalStateException.class, () -> Models.program(Models.twoLayers(), chain));
    assertEquals(
        average.replaceAll("\\(.*", "")
            + " stands around accumulate and would take every step for an update: put it behind",
        error.getMessage());
    Models.program(Models.twoLayers(), "accumulate(2) | " + average + " | sgd(0.1)").close();
    String apart = "route({accumulate(2) | sgd(1)}, else={" + average + " | sgd(1)}, kind=bias)";
    Models.program(Models.twoLayers(), apart).close();
  }

  @Test
  void twoAveragesAreAnError() {
    IllegalStateException error =
        assertThrows(
            IllegalStateException.class,
            () -> Models.program(Models.vector(1), "swa(1) | lookahead | sgd(0.1)"));
    assertEquals(
        "lookahead and swa both say with which weights to evaluate: keep one of them",
        error.getMessage());
  }

  /** Averages of what accumulation made are averages of updates. */
  @Test
  void averagesCountUpdates() {
    try (UpdateProgram program =
        Models.program(Models.vector(1), "accumulate(2) | ema-weights(0.5) | sgd(1)")) {
      for (int i = 0; i < 5; i++) {
        program.run(1);
      }
      assertArrayEquals(new double[] {-2}, program.parameters());
      assertArrayEquals(new double[] {-1.5}, program.weights());
    }
  }

  /**
   * A step that is skipped is no part of an average, and a second gradient that is not finite
   * skips.
   */
  @Test
  void averagesLeaveSkippedStepsOut() {
    try (UpdateProgram program =
        Models.program(
            Models.vector(1), "non-finite(skip-step) | sam(1, extent=global) | swa(1) | sgd(1)")) {
      program.run(1);
      program.run(Double.NaN);
      program.curvature(Double.POSITIVE_INFINITY);
      program.run(1);
      assertArrayEquals(new double[] {1}, program.report("sam/bad"));
      program.curvature(0);
      program.run(1);
      assertArrayEquals(new double[] {-2}, program.parameters());
      assertArrayEquals(new double[] {-1.5}, program.weights());
    }
  }

  /** The rest forgets also where it is skipped in the step in which it is to begin anew. */
  @Test
  void lookaheadResetsWhatIsSkipped() {
    try (UpdateProgram program =
        Models.program(
            Models.vector(1), "lookahead(2, reset=true) | skip-above(5) | momentum(0.5)")) {
      program.run(1);
      assertArrayEquals(new double[] {1}, program.read("momentum/trace"));
      program.run(9);
      assertArrayEquals(new double[] {0}, program.read("momentum/trace"));
      assertArrayEquals(new double[] {-0.5}, program.parameters());
      program.run(9);
      program.run(2);
      assertArrayEquals(new double[] {0}, program.read("momentum/trace"));
      assertArrayEquals(new double[] {-1.5}, program.parameters());
      program.run(3);
      assertArrayEquals(new double[] {3}, program.read("momentum/trace"));
    }
  }

  /** Noise is new in each step, though the count begins anew. */
  @Test
  void lookaheadDoesNotRepeatNoise() {
    try (UpdateProgram program =
        Models.program(Models.vector(1), "lookahead(1, share=1, reset=true) | noise(1)")) {
      program.run(0);
      double first = program.parameters()[0];
      program.run(0);
      assertTrue(Math.abs(program.parameters()[0] - 2 * first) > 1e-3, first + " again");
    }
  }
}
