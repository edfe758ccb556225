package org.glissade.optim.clip;

import static org.glissade.optim.Models.parameter;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.glissade.optim.Models;
import org.glissade.tensor.Kind;
import org.glissade.tensor.Layout;
import org.glissade.testkit.golden.UpdateProgram;
import org.glissade.transform.ChainReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** By-products of clips and constraints. */
class ClipReportsTest {
  private static final Layout TWO =
      Layout.of(List.of(parameter("a", Kind.WEIGHT, 2, 2), parameter("b", Kind.BIAS, 2)));

  private static UpdateProgram run(String chain) {
    UpdateProgram program = Models.program(TWO, chain);
    program.write(3, 0, 4, 0, 0.5, 0);
    program.run(3, 0, 4, 0, 0.5, 0);
    return program;
  }

  /** The norms of the gradients are 5 and 0.5, and so are those of the values. */
  @ParameterizedTest
  @CsvSource({
    "clip-grad-norm, '(1, extent=parameter)', 5 0.5, 1 0",
    "clip-grad-norm, '(1, extent=parameter, p=1)', 7 0.5, 1 0",
    "clip-grad-norm, '(5, extent=parameter)', 5 0.5, 1 0",
    "clip-by-norm, '(1, extent=parameter, p=inf)', 4 0.5, 1 0",
    "clip-by-given-norm, '(1, norm=2)', 2, 1",
    "clip-by-rms, '(1, extent=parameter)', 2.5 0.3535533905932738, 1 0",
    "clip-by-average-norm, '(1, extent=parameter)', 1.25 0.25, 1 0",
    "adaptive-clip, '(0.5, extent=parameter)', 5 0.5, 1 1",
    "adaptive-clip, '(2, extent=parameter)', 5 0.5, 0 0",
    "adaptive-clip, '(0.5, extent=parameter, except=b)', 5, 1",
    "max-norm, '(1, extent=parameter)', 0 0, 0 0",
    "min-max-norm, '(1, max=2, extent=parameter, kind=bias)', 0, 0"
  })
  void normsAndWhereTheyActed(String name, String arguments, String norms, String acted) {
    try (UpdateProgram program = run(name + arguments)) {
      assertArrayEquals(numbers(norms), program.report(name + "/norm"), 1e-15);
      assertArrayEquals(numbers(acted), program.report(name + "/acted"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "max-norm, '(1, extent=parameter)', 5 0.5, 1 0",
    "unit-norm, '(extent=parameter, radius=0.5)', 5 0.5, 1 0",
    "min-max-norm, '(1, max=7, extent=parameter)', 5 0.5, 0 1"
  })
  void constraintsReportTheNormsThatTheUpdateLeadsTo(
      String name, String arguments, String norms, String acted) {
    try (UpdateProgram program = run("scale(0) | " + name + arguments)) {
      assertArrayEquals(numbers(norms), program.report(name + "/norm"), 1e-15);
      assertArrayEquals(numbers(acted), program.report(name + "/acted"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "scale(2) | non-negative(), non-negative/acted, 0.5",
    "'scale(0) | box(-1, high=1)', box/acted, 0.3333333333333333",
    "'clip-along-axes(1, axes=\"0\")', clip-along-axes/acted, 0.3333333333333333"
  })
  void sharesOfElements(String chain, String report, double share) {
    try (UpdateProgram program = run(chain)) {
      assertArrayEquals(new double[] {share}, program.report(report), 1e-15);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"smooth-clip", "automatic-clip"})
  void smoothClipsReportTheNorm(String name) {
    try (UpdateProgram program = run(name + "(1, extent=parameter)")) {
      assertArrayEquals(new double[] {5, 0.5}, program.report(name + "/norm"));
      assertThrows(IllegalArgumentException.class, () -> program.report(name + "/acted"));
    }
  }

  @Test
  void nansAreToldByParameter() {
    try (UpdateProgram program = Models.program(TWO, "non-finite(propagate) | zero-nans()")) {
      program.run(1, 2, Double.NaN, 4, 5, Double.POSITIVE_INFINITY);
      assertArrayEquals(new double[] {1, 0}, program.report("zero-nans/acted"));
      assertEquals(Double.NEGATIVE_INFINITY, program.parameters()[5]);
    }
  }

  @Test
  void theHostHandsInANorm() {
    try (UpdateProgram program = Models.program(TWO, "clip-by-given-norm(1, norm=0)")) {
      program.store().write("clip-by-given-norm/norm", 4);
      program.run(8, 0, 0, 0, 0, 2);
      assertArrayEquals(new double[] {-2, 0, 0, 0, 0, -0.5}, program.parameters());
    }
  }

  @Test
  void axesThatAParameterLacksAreNamed() {
    IllegalArgumentException error =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                Models.program(TWO, ChainReader.load().read("clip-along-axes(1, axes=\"0, 1\")")));
    assertEquals(
        "clip-along-axes: b [2] has not all of the axes 0, 1; route those that have them here, such"
            + " as kind=weight",
        error.getMessage());
  }

  private static double[] numbers(String text) {
    return java.util.Arrays.stream(text.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
  }
}
