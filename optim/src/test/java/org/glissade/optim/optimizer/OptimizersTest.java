package org.glissade.optim.optimizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.glissade.optim.Models;
import org.glissade.tensor.Kind;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Parameter;
import org.glissade.tensor.Shape;
import org.glissade.tensor.Variable;
import org.glissade.testkit.golden.UpdateProgram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no golden says. */
class OptimizersTest {
  private static Map<String, Shape> states(UpdateProgram program, String link) {
    Map<String, Shape> found = new TreeMap<>();
    for (Variable variable : program.store().variables().values()) {
      if (variable.role() == Variable.Role.STATE && variable.key().startsWith(link + "/")) {
        found.put(variable.key().substring(link.length() + 1), variable.shape());
      }
    }
    return found;
  }

  private static Layout matrix(int rows, int columns) {
    return Layout.of(List.of(Models.parameter("w", Kind.WEIGHT, rows, columns)));
  }

  @Test
  void adafactorKeepsARowAndAColumn() {
    try (UpdateProgram program = Models.program(matrix(129, 130), "adafactor(0.1)")) {
      assertEquals(
          Map.of("rows/w", Shape.of(129, 1), "columns/w", Shape.of(1, 130)),
          states(program, "adafactor"));
    }
    try (UpdateProgram program = Models.program(matrix(129, 127), "adafactor(0.1)")) {
      assertEquals(Map.of("square/w", Shape.of(129, 127)), states(program, "adafactor"));
    }
  }

  @Test
  void sm3KeepsASumForEachSlice() {
    try (UpdateProgram program = Models.program(matrix(5, 7), "sm3(0.1)")) {
      Map<String, Shape> states = states(program, "sm3");
      assertEquals(Shape.of(5, 1), states.get("axis-0/w"));
      assertEquals(Shape.of(1, 7), states.get("axis-1/w"));
    }
  }

  @Test
  void rmspropCentredOnEqualGradientsStaysFinite() {
    String chain = "rmsprop(1e-9, decay=0.5, eps=1e-300, centered=true)";
    try (UpdateProgram program = Models.program(Models.vector(3), chain)) {
      for (int i = 0; i < 200; i++) {
        program.run(0.1, 1e20 / 3, -1e-7 / 3);
      }
      for (double value : program.parameters()) {
        assertTrue(Double.isFinite(value), () -> Arrays.toString(program.parameters()));
      }
    }
  }

  private static double[] singularValues(double[] flat, int rows, int columns) {
    double[][] matrix = new double[rows][columns];
    for (int i = 0; i < flat.length; i++) {
      matrix[i / columns][i % columns] = flat[i];
    }
    return new SingularValueDecomposition(new Array2DRowRealMatrix(matrix)).getSingularValues();
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-30, 1, 1e30})
  void muonMakesMatricesNearlyOrthogonal(double scale) {
    double[] gradient = Models.uniform(1, 6 * 4, scale);
    double[] update = Models.update(matrix(6, 4), "muon(1, eps=1e-40)", gradient);
    for (double value : singularValues(update, 6, 4)) {
      assertTrue(value > 0.6 && value < 1.3, () -> "singular value " + value);
    }
  }

  @Test
  void muonMultipliesByTheRootOfUnitsOverInputs() {
    double[] gradient = Models.uniform(2, 8 * 2, 1);
    double[] wide = Models.update(matrix(2, 8), "muon(1)", gradient);
    Parameter turned = new Parameter("w", "", Shape.of(2, 8), Kind.WEIGHT, 0, UpdateProgram.ZEROS);
    double[] unitsFirst = Models.update(Layout.of(List.of(turned)), "muon(1)", gradient);
    double[] doubled = Arrays.stream(unitsFirst).map(x -> 2 * x).toArray();
    assertArrayEquals(doubled, wide, 1e-12);
    assertNotEquals(0, wide[0]);
  }

  @Test
  void muonTreatsOtherParametersAsNadam() {
    Layout others =
        Layout.of(
            List.of(
                Models.parameter("b", Kind.BIAS, 3), Models.parameter("c", Kind.WEIGHT, 2, 2, 2)));
    double[] gradient = Models.uniform(3, 11, 1);
    assertArrayEquals(
        Models.update(others, "nadam(0.1)", gradient),
        Models.update(others, "muon(0.1)", gradient),
        1e-12);
  }

  @Test
  void distancesAreThoseFromTheWeightsOfTheFirstStep() {
    try (UpdateProgram program = Models.program(Models.vector(2), "dog(initial=0.5, eps=1e-300)")) {
      program.write(3, 4);
      program.run(1, 0);
      assertArrayEquals(new double[] {3 - 0.5 * (1 + 5), 4}, program.parameters(), 1e-12);
      assertArrayEquals(new double[] {3}, program.report("dog/step-size"), 1e-12);
    }
  }

  @Test
  void trustRatiosAreReported() {
    try (UpdateProgram program = Models.program(Models.vector(2), "lars(1, trust=0.5)")) {
      program.write(3, 4);
      program.run(0, 10);
      assertArrayEquals(new double[] {0.25}, program.report("lars/ratio"), 1e-12);
    }
  }

  @Test
  void aConstantRateAndADecayAreSettings() {
    try (UpdateProgram program = Models.program(Models.vector(1), "lion(0.1, decay=0.5)")) {
      program.write(2);
      program.run(1);
      assertArrayEquals(new double[] {2 - 0.1 * (1 + 1)}, program.parameters(), 1e-12);
      program.write(2);
      program.store().write("lion/rate", 0.2);
      program.store().write("lion/decay", 0.25);
      program.run(1);
      assertArrayEquals(new double[] {2 - 0.2 * (1 + 0.5)}, program.parameters(), 1e-12);
      assertTrue(
          Objects.requireNonNull(program.store().variables().get("lion/m")).shape().size() > 0);
    }
  }

  @Test
  void mechanicSizesWhatFollowsIt() {
    try (UpdateProgram program =
        Models.program(Models.vector(1), "mechanic(initial=0.5) | scale(3)")) {
      program.run(1);
      double size = program.report("mechanic/step-size")[0];
      assertArrayEquals(new double[] {-3 * size}, program.parameters(), 1e-12);
      assertTrue(size > 0 && size < 0.6, () -> "size " + size);
    }
  }
}
