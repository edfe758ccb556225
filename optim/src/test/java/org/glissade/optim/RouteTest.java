package org.glissade.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.glissade.tensor.Extent;
import org.glissade.tensor.Kind;
import org.glissade.tensor.Layout;
import org.glissade.testkit.golden.UpdateProgram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTest {
  private static final Layout LAYOUT = Models.twoLayers();

  private static double[] filled(double w1, double b1, double w2, double b2) {
    double[] values = new double[26];
    Arrays.fill(values, 0, 12, w1);
    Arrays.fill(values, 12, 16, b1);
    Arrays.fill(values, 16, 24, w2);
    Arrays.fill(values, 24, 26, b2);
    return values;
  }

  @Test
  void globalMeansWhatWasRouted() {
    Route route =
        new Route(
            Selection.kind(Kind.BIAS),
            new Renormalize(1, Extent.GLOBAL),
            new Renormalize(1, Extent.GLOBAL));
    try (UpdateProgram program = Models.program(LAYOUT, route)) {
      program.run(filled(1, 2, 1, 2));
      double weight = -1 / Math.sqrt(20);
      double bias = -1 / Math.sqrt(6);
      assertArrayEquals(filled(weight, bias, weight, bias), program.parameters(), 1e-15);
    }
  }

  @Test
  void eachSideKeepsItsOwnState() {
    try (UpdateProgram program =
        Models.program(LAYOUT, "route({momentum(0.5)}, else={momentum(0.25)}, kind=bias)")) {
      program.run(filled(8, 8, 8, 8));
      program.write(new double[26]);
      program.run(filled(0, 0, 0, 0));
      assertArrayEquals(filled(-2, -4, -2, -4), program.parameters());
      assertArrayEquals(filled(0, 4, 0, 4), program.read("route/then/momentum/trace"));
      assertArrayEquals(filled(2, 0, 2, 0), program.read("route/else/momentum/trace"));
    }
  }

  @Test
  void weightDecayTouchesOnlyTheSelected() {
    try (UpdateProgram program = Models.program(LAYOUT, "weight-decay(0.5, name=\"dense-2/*\")")) {
      program.write(filled(1, 1, 1, 1));
      program.run(filled(0, 0, 0, 0));
      assertArrayEquals(filled(1, 1, 0.5, 0.5), program.parameters());
    }
  }

  @Test
  void groupsAreWhatExtentGroupIsTakenOver() {
    Groups groups = Groups.of("head", Selection.name("dense-2/**")).and("body", Selection.all());
    try (UpdateProgram program =
        Models.program(LAYOUT.grouped(groups), "renormalize(1, extent=group)")) {
      program.run(filled(1, 1, 2, 2));
      double body = -1 / Math.sqrt(16);
      double head = -1 / Math.sqrt(10);
      assertArrayEquals(filled(body, body, head, head), program.parameters(), 1e-15);
      assertArrayEquals(new double[] {4, Math.sqrt(40)}, program.report("renormalize/norm"), 1e-15);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "**; true true true true",
        "dense-1/*; true true false false",
        "*/weight; true false true false",
        "*; false false false false",
        "**/bias; false true false true",
        "dense-?/b*; false true false true",
        "dense-1/weight; true false false false",
        "dense.1/weight; false false false false",
        "dense-2**; false false true true"
      })
  void patternsOfNames(String pattern, String expected) {
    Selection selection = Selection.name(pattern);
    assertEquals(
        expected,
        String.join(
            " ",
            LAYOUT.parameters().stream().map(p -> String.valueOf(selection.test(p))).toList()));
  }

  @Test
  void kindsAndNameMustBothFit() {
    Selection selection =
        new Selection(Selection.kind(Kind.WEIGHT, Kind.NORM).kinds(), "dense-2/*");
    assertEquals(
        "dense-2/weight",
        String.join(
            " ", LAYOUT.parameters().stream().filter(selection).map(p -> p.path()).toList()));
    assertEquals("kind=weight, norm, name=dense-2/*", selection.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "route({scale(0)}, kind=bias) # route: kind=bias has no rule for dense-1/weight,"
            + " dense-2/weight; add one for the rest, which is else={...} in text",
        "route({scale(0)}, else={scale(1)}, name=\"dense-3/*\") # route: no parameter is named"
            + " dense-3/*; there are dense-1/weight, dense-1/bias, dense-2/weight, dense-2/bias",
        "weight-decay(0.1, name=weight) # weight-decay: no parameter is named weight; there are"
            + " dense-1/weight, dense-1/bias, dense-2/weight, dense-2/bias",
      })
  void parametersWithoutARuleAreListed(String chain, String message) {
    IllegalArgumentException mistake =
        assertThrows(IllegalArgumentException.class, () -> Models.program(LAYOUT, chain));
    assertEquals(message, mistake.getMessage());
  }

  @Test
  void aParameterOutsideAllGroupsIsNamed() {
    Groups groups = Groups.of("head", Selection.name("dense-2/*"));
    IllegalArgumentException mistake =
        assertThrows(IllegalArgumentException.class, () -> LAYOUT.grouped(groups));
    assertEquals(
        "parameter dense-1/weight is in none of the groups {head=name=dense-2/*}; add one for it,"
            + " or one of all",
        mistake.getMessage());
    mistake =
        assertThrows(IllegalArgumentException.class, () -> groups.and("head", Selection.all()));
    assertEquals("two groups are called head: give one of them another name", mistake.getMessage());
  }
}
