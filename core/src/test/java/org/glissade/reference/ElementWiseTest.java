package org.glissade.reference;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.math3.special.Erf;
import org.glissade.tensor.BinaryFn;
import org.glissade.tensor.Shape;
import org.glissade.tensor.ShapeException;
import org.glissade.tensor.Tensor;
import org.glissade.tensor.UnaryFn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ElementWiseTest {
  private final Fixture fixture = new Fixture();

  @ParameterizedTest
  @CsvSource({
    "NEGATE, 2, -2",
    "NEGATE, 0, -0.0",
    "ABS, -3, 3",
    "ABS, -Infinity, Infinity",
    "SIGN, -7, -1",
    "SIGN, 0, 0",
    "SIGN, 1e-300, 1",
    "SQUARE, -3, 9",
    "SQRT, 2.25, 1.5",
    "SQRT, -1, NaN",
    "RECIPROCAL_OR_ZERO, 4, 0.25",
    "RECIPROCAL_OR_ZERO, 0, 0",
    "RECIPROCAL_OR_ZERO, -0.0, 0",
    "RECIPROCAL_OR_ZERO, Infinity, 0",
    "EXP, 1, 2.718281828459045",
    "LOG, 0, -Infinity",
    "LOG, 10, 2.302585092994046",
    "TANH, 0.5, 0.46211715726000975",
    "SIGMOID, 0, 0.5",
    "SIGMOID, -800, 0",
    "SIGMOID, 800, 1",
    "SIGMOID, -2, 0.11920292202211755",
    "ERF, 0.5, 0.5204998778130465",
    "RELU, -1, 0",
    "RELU, 2.5, 2.5",
    "COS, 0, 1",
    "FLOOR, -0.5, -1",
    "FLOOR, 2.999, 2",
    "IS_FINITE, 1e308, 1",
    "IS_FINITE, -Infinity, 0",
    "IS_FINITE, NaN, 0",
    "DETACH, 3.25, 3.25"
  })
  void unary(UnaryFn fn, double x, double expected) {
    double actual = fixture.evaluate(fixture.row(x).unary(fn))[0];
    if (Double.isFinite(expected) && expected != 0) {
      assertEquals(expected, actual, Math.ulp(expected));
    } else {
      assertEquals(expected, actual);
    }
  }

  @ParameterizedTest
  @EnumSource(value = UnaryFn.class, mode = EnumSource.Mode.EXCLUDE, names = "IS_FINITE")
  void everyOtherFunctionOfNaNIsNaN(UnaryFn fn) {
    assertEquals(NaN, fixture.evaluate(fixture.row(NaN).unary(fn))[0]);
  }

  @Test
  void erfAgreesWithCommonsMathOverItsWholeRange() {
    for (double x = -7; x <= 7; x += 0.03125) {
      double actual = fixture.evaluate(fixture.row(x).erf())[0];
      assertEquals(Erf.erf(x), actual, 4e-15, "erf(" + x + ")");
    }
    assertEquals(1, fixture.evaluate(fixture.row(POSITIVE_INFINITY).erf())[0]);
    assertEquals(-1, fixture.evaluate(fixture.row(NEGATIVE_INFINITY).erf())[0]);
    assertEquals(1.1283791670955126e-300, fixture.evaluate(fixture.row(1e-300).erf())[0], 1e-315);
  }

  @ParameterizedTest
  @CsvSource({
    "ADD, 2, 3, 5",
    "SUBTRACT, 2, 3, -1",
    "MULTIPLY, -2, 3, -6",
    "DIVIDE, 3, -2, -1.5",
    "DIVIDE, 1, 0, Infinity",
    "DIVIDE, 0, 0, NaN",
    "MAXIMUM, 2, 3, 3",
    "MAXIMUM, NaN, 3, NaN",
    "MAXIMUM, 3, NaN, NaN",
    "MAXIMUM, -0.0, 0, 0",
    "MINIMUM, 2, 3, 2",
    "MINIMUM, 2, NaN, NaN",
    "POWER, 2, 10, 1024",
    "POWER, -8, 2, 64",
    "LESS, 2, 3, 1",
    "LESS, 3, 3, 0",
    "LESS, NaN, 3, 0",
    "LESS_OR_EQUAL, 3, 3, 1",
    "LESS_OR_EQUAL, 4, 3, 0",
    "LESS_OR_EQUAL, 3, NaN, 0",
    "EQUAL, 3, 3, 1",
    "EQUAL, -0.0, 0, 1",
    "EQUAL, NaN, NaN, 0"
  })
  void binary(BinaryFn fn, double x, double y, double expected) {
    Tensor result = fixture.row(x).binary(fn, fixture.row(y));
    assertEquals(expected, fixture.evaluate(result)[0]);
  }

  @Test
  void selectLetsNothingOfTheOtherBranchThrough() {
    Tensor condition = fixture.row(1, 0, -0.0, -2, NaN);
    Tensor yes = fixture.row(1, NaN, NaN, 4, 5);
    Tensor no = fixture.row(NaN, 20, 30, POSITIVE_INFINITY, 50);
    assertArrayEquals(new double[] {1, 20, 30, 4, 5}, fixture.evaluate(condition.select(yes, no)));
  }

  @Test
  void axesOfLengthOneAndMissingOnesAreRepeated() {
    Tensor column = fixture.dense(Shape.of(2, 1), 10, 20);
    Tensor row = fixture.row(1, 2, 3);
    assertArrayEquals(new double[] {11, 12, 13, 21, 22, 23}, fixture.evaluate(column.plus(row)));
    assertArrayEquals(new double[] {9, 8, 7, 19, 18, 17}, fixture.evaluate(column.minus(row)));
    Tensor cube = fixture.dense(Shape.of(2, 1, 2), 1, 2, 3, 4);
    assertArrayEquals(
        new double[] {10, 20, 20, 40, 30, 40, 60, 80}, fixture.evaluate(cube.times(column)));
    assertArrayEquals(
        new double[] {5, 5, 5, 5}, fixture.evaluate(fixture.scalar(5).broadcast(Shape.of(2, 2))));
  }

  @Test
  void shapesThatDoNotBroadcastAreAnErrorThatNamesBoth() {
    ShapeException error =
        assertThrows(
            ShapeException.class,
            () -> fixture.row(1, 2, 3).plus(fixture.dense(Shape.of(2, 2), 1, 2, 3, 4)));
    assertEquals(
        "[3] and [2, 2] do not broadcast: axis 1 from the end is 3 long in one and 2 in the other",
        error.getMessage());
  }

  @Test
  void valuesAtDifferentPlacesDoNotMeet() {
    Fixture flat = new Fixture(Fixture.parameter("a", -1, 2));
    ShapeException error =
        assertThrows(ShapeException.class, () -> flat.flat(1, 2).plus(flat.row(1, 2)));
    assertTrue(String.valueOf(error.getMessage()).contains("FLAT and DENSE"), error.getMessage());
  }

  @Test
  void constantsAndIndices() {
    assertArrayEquals(
        new double[] {2.5, 2.5}, fixture.evaluate(fixture.graph().constant(2.5, Shape.of(2))));
    Shape shape = Shape.of(2, 3);
    assertArrayEquals(
        new double[] {0, 0, 0, 1, 1, 1}, fixture.evaluate(fixture.graph().index(shape, 0)));
    assertArrayEquals(
        new double[] {0, 1, 2, 0, 1, 2}, fixture.evaluate(fixture.graph().index(shape, -1)));
  }
}
