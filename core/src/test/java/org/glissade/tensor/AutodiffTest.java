package org.glissade.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.glissade.reference.Fixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AutodiffTest {
  private static final Shape MATRIX = Shape.of(2, 3);

  @ParameterizedTest
  @EnumSource(
      value = UnaryFn.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"SQRT", "LOG", "SIGN", "FLOOR", "IS_FINITE", "DETACH"})
  void functionsOfOneArgument(UnaryFn fn) {
    GradientCheck.unary(MATRIX, x -> x.unary(fn));
  }

  @ParameterizedTest
  @EnumSource(
      value = UnaryFn.class,
      names = {"SQRT", "LOG"})
  void functionsOfPositiveArguments(UnaryFn fn) {
    GradientCheck.unary(Shape.of(3), new double[] {0.3, 1, 7}, x -> x.unary(fn));
  }

  @ParameterizedTest
  @EnumSource(
      value = UnaryFn.class,
      names = {"SIGN", "FLOOR", "IS_FINITE", "DETACH"})
  void functionsThatPassNoGradient(UnaryFn fn) {
    assertArrayEquals(new double[] {3, 3}, gradient(new double[] {0.5, -1.5}, fn));
  }

  /** Of 3x + fn(x): what fn passes is 0, and what goes beside it arrives. */
  private static double[] gradient(double[] values, UnaryFn fn) {
    return gradient(values, x -> x.times(3).plus(x.unary(fn)));
  }

  private static double[] gradient(double[] values, Function<Tensor, Tensor> rule) {
    Parameter parameter = Fixture.parameter("p", Parameter.NO_UNITS, values.length);
    Fixture fixture = new Fixture(parameter);
    fixture.set(parameter, values);
    Tensor loss = rule.apply(fixture.graph().read(parameter)).sum();
    return fixture.evaluate(Autodiff.gradients(loss, List.of(parameter)).get(0));
  }

  @ParameterizedTest
  @EnumSource(
      value = BinaryFn.class,
      names = {"ADD", "SUBTRACT", "MULTIPLY", "DIVIDE", "MAXIMUM", "MINIMUM"})
  void functionsOfTwoArguments(BinaryFn fn) {
    GradientCheck.binary(MATRIX, MATRIX, (x, y) -> x.binary(fn, y));
    GradientCheck.binary(MATRIX, Shape.of(3), (x, y) -> x.binary(fn, y));
    GradientCheck.binary(Shape.of(2, 1), MATRIX, (x, y) -> x.binary(fn, y));
    GradientCheck.binary(Shape.of(2, 1), Shape.of(1, 3), (x, y) -> x.binary(fn, y));
    GradientCheck.binary(Shape.of(), Shape.of(2, 1, 3), (x, y) -> x.binary(fn, y));
  }

  @Test
  void powers() {
    GradientCheck.binary(MATRIX, Shape.of(3), (x, y) -> x.abs().plus(0.1).power(y));
    GradientCheck.unary(MATRIX, x -> x.power(x.like(3)));
  }

  @Test
  void comparisonsPassNoGradient() {
    assertArrayEquals(
        new double[] {3, 3},
        gradient(new double[] {1, 2}, x -> x.times(3).plus(x.lessThan(x.like(1.5)))));
    assertArrayEquals(
        new double[] {3, 3},
        gradient(new double[] {1, 2}, x -> x.times(3).plus(x.equalTo(x.like(2)))));
  }

  @Test
  void atTheirCorners() {
    assertArrayEquals(new double[] {0, 0, 1}, gradient(new double[] {-1, 0, 2}, Tensor::relu));
    assertArrayEquals(new double[] {-1, 0, 1}, gradient(new double[] {-1, 0, 2}, Tensor::abs));
    assertArrayEquals(
        new double[] {-0.0, -0.25}, gradient(new double[] {0, 2}, Tensor::reciprocalOrZero));
    assertArrayEquals(new double[] {0, 0.25}, gradient(new double[] {0, 4}, Tensor::sqrt));
    assertArrayEquals(
        new double[] {2, 2}, gradient(new double[] {3, 3}, x -> x.maximum(x).times(2)));
  }

  /** TensorFlow's clip_ops_test has it so: 1, and no 0·∞. */
  @Test
  void clippingByNormAtZeros() {
    Function<Tensor, Tensor> clip = x -> x.times(4).dividedBy(x.square().sum().sqrt().maximum(4));
    assertArrayEquals(new double[] {1, 1, 1}, gradient(new double[3], clip));
  }

  @Test
  void selectGivesEachBranchItsOwn() {
    GradientCheck.binary(MATRIX, MATRIX, (x, y) -> x.lessThan(y).select(x.square(), y.times(x)));
    GradientCheck.binary(Shape.of(3), MATRIX, (x, y) -> x.lessThan(x.like(0)).select(x, y.exp()));
    double[] gradient =
        gradient(
            new double[] {0.5, 4}, x -> x.lessThan(x.like(1)).select(x.times(5), x.log().times(8)));
    assertArrayEquals(new double[] {5, 2}, gradient);
  }

  @ParameterizedTest
  @CsvSource({"false, false", "false, true", "true, false", "true, true"})
  void matrixProducts(boolean transposeA, boolean transposeB) {
    Shape a = transposeA ? Shape.of(4, 2) : Shape.of(2, 4);
    Shape b = transposeB ? Shape.of(3, 4) : Shape.of(4, 3);
    GradientCheck.binary(a, b, (x, y) -> x.matmul(y, transposeA, transposeB));
    Shape square = Shape.of(3, 3);
    GradientCheck.unary(square, x -> x.matmul(x, transposeA, transposeB));
  }

  static Stream<int[]> axes() {
    return Stream.of(
        new int[] {},
        new int[] {0},
        new int[] {1},
        new int[] {-1},
        new int[] {0, 2},
        new int[] {1, 2},
        new int[] {0, 1, 2});
  }

  @ParameterizedTest
  @MethodSource("axes")
  void reductions(int[] axes) {
    Shape cube = Shape.of(2, 3, 2);
    for (ReduceFn fn : ReduceFn.values()) {
      GradientCheck.unary(cube, x -> x.reduce(fn, axes));
    }
    GradientCheck.unary(cube, x -> x.square().mean(axes));
  }

  @Test
  void equalMaximaShareTheGradient() {
    double[] gradient = gradient(new double[] {1, 5, 5, 2}, x -> x.max().times(6));
    assertArrayEquals(new double[] {0, 3, 3, 0}, gradient);
  }

  @Test
  void shapesAreTurnedBack() {
    GradientCheck.unary(Shape.of(2, 3, 4), x -> x.transpose(2, 0, 1));
    GradientCheck.unary(Shape.of(2, 3, 4), x -> x.transpose());
    GradientCheck.unary(MATRIX, x -> x.reshape(Shape.of(3, 1, 2)).square());
    GradientCheck.unary(Shape.of(3, 1), x -> x.broadcast(Shape.of(2, 3, 4)));
    GradientCheck.unary(Shape.of(1), x -> x.toScalar().broadcast(Shape.of(2, 2)));
  }

  @Test
  void composites() {
    GradientCheck.unary(MATRIX, AutodiffTest::softmax);
    GradientCheck.unary(MATRIX, x -> softmax(x).log().mean(1));
    GradientCheck.unary(MATRIX, x -> x.dividedBy(x.square().sum(1).sqrt()));
    GradientCheck.unary(MATRIX, x -> x.times(x.mean().toScalar().exp()));
    GradientCheck.unary(MATRIX, x -> x.times(x.times(Math.sqrt(0.5)).erf().plus(1)).times(0.5));
    GradientCheck.binary(
        Shape.of(4, 3),
        Shape.of(3, 2),
        (x, w) -> {
          Tensor hidden = x.matmul(w).tanh();
          return hidden.minus(hidden.mean(0)).square().sum(1).matmul(hidden, true, false);
        });
  }

  private static Tensor softmax(Tensor x) {
    Tensor e = x.minus(x.max(-1).detach()).exp();
    return e.dividedBy(e.sum(-1));
  }

  @Test
  void aParameterWithoutInfluenceGetsZeros() {
    Parameter used = Fixture.parameter("used", Parameter.NO_UNITS, 2);
    Parameter unused = Fixture.parameter("unused", Parameter.NO_UNITS, 2, 2);
    Fixture fixture = new Fixture(used, unused);
    Tensor loss = fixture.graph().read(used).sum();
    List<Tensor> gradients = Autodiff.gradients(loss, List.of(used, unused));
    assertArrayEquals(new double[] {1, 1}, fixture.evaluate(gradients.get(0)));
    assertArrayEquals(new double[4], fixture.evaluate(gradients.get(1)));
    assertEquals(Shape.of(2, 2), gradients.get(1).shape());
  }

  @Test
  void theLossMustBeOneNumber() {
    Parameter parameter = Fixture.parameter("p", Parameter.NO_UNITS, 2);
    Tensor read = new Fixture(parameter).graph().read(parameter);
    ShapeException error =
        assertThrows(ShapeException.class, () -> Autodiff.gradients(read, List.of(parameter)));
    assertEquals(
        "The loss must be one number, but its shape is [2]: take its mean() first",
        error.getMessage());
  }

  @Test
  void whatBelongsToTheUpdateStageIsNotDifferentiated() {
    Parameter parameter = Fixture.parameter("p", Parameter.NO_UNITS, 2);
    Fixture fixture = new Fixture(parameter);
    Tensor read = fixture.graph().read(parameter);
    Tensor packed = fixture.graph().pack(fixture.layout(), List.of(read));
    Tensor loss = packed.unpack(fixture.layout(), parameter).sum();
    IllegalArgumentException error =
        assertThrows(
            IllegalArgumentException.class, () -> Autodiff.gradients(loss, List.of(parameter)));
    assertEquals(
        "The loss depends on a part of a flat buffer, which belongs to the update stage: losses"
            + " differentiate what layers compute",
        error.getMessage());
  }
}
