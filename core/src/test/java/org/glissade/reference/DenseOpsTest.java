package org.glissade.reference;

import static java.lang.Double.NaN;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.glissade.data.Field;
import org.glissade.tensor.DType;
import org.glissade.tensor.ReduceFn;
import org.glissade.tensor.Shape;
import org.glissade.tensor.ShapeException;
import org.glissade.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DenseOpsTest {
  private final Fixture fixture = new Fixture();
  private final Tensor matrix = fixture.dense(Shape.of(2, 3), 1, -2, 3, 4, 5, -6);

  private static double[] numbers(double... numbers) {
    return numbers;
  }

  @Test
  void sumsKeepTheirAxesWithLengthOne() {
    assertEquals(Shape.of(1, 3), matrix.sum(0).shape());
    assertArrayEquals(numbers(5, 3, -3), fixture.evaluate(matrix.sum(0)));
    assertEquals(Shape.of(2, 1), matrix.sum(-1).shape());
    assertArrayEquals(numbers(2, 3), fixture.evaluate(matrix.sum(-1)));
    assertEquals(Shape.of(), matrix.sum().shape());
    assertArrayEquals(numbers(5), fixture.evaluate(matrix.sum()));
    assertArrayEquals(numbers(5.0 / 6), fixture.evaluate(matrix.mean()), 1e-15);
    assertArrayEquals(numbers(2.5, 1.5, -1.5), fixture.evaluate(matrix.mean(0)), 1e-15);
  }

  @Test
  void maximaAndSquares() {
    assertArrayEquals(numbers(4, 5, 3), fixture.evaluate(matrix.max(0)));
    assertArrayEquals(numbers(5), fixture.evaluate(matrix.max()));
    assertArrayEquals(numbers(3, NaN), fixture.evaluate(nan().max(1)));
    assertArrayEquals(numbers(14, 77), fixture.evaluate(matrix.reduce(ReduceFn.SUM_OF_SQUARES, 1)));
  }

  private Tensor nan() {
    return fixture.dense(Shape.of(2, 2), 3, 1, 4, NaN);
  }

  @Test
  void axesThatAreNoNeighboursAreReducedOneAfterTheOther() {
    Tensor cube = fixture.dense(Shape.of(2, 2, 2), 1, 2, 3, 4, 5, 6, 7, 8);
    assertEquals(Shape.of(1, 2, 1), cube.sum(0, 2).shape());
    assertArrayEquals(numbers(14, 22), fixture.evaluate(cube.sum(2, 0)));
    assertArrayEquals(numbers(6, 8), fixture.evaluate(cube.max(0, -1)));
    assertArrayEquals(
        numbers(1 + 4 + 25 + 36, 9 + 16 + 49 + 64),
        fixture.evaluate(cube.reduce(ReduceFn.SUM_OF_SQUARES, 0, 2)));
    assertArrayEquals(numbers(14, 22), fixture.evaluate(cube.reduce(ReduceFn.SUM, 0, 0, 2)));
  }

  @Test
  void sumsAreTakenInAscendingOrderFromZero() {
    assertArrayEquals(numbers(0), fixture.evaluate(fixture.row(1e17, 1, -1e17).sum()));
    assertArrayEquals(numbers(1), fixture.evaluate(fixture.row(1e17, -1e17, 1).sum()));
    assertArrayEquals(numbers(0.0), fixture.evaluate(fixture.row(-0.0).sum()));
    Tensor left = fixture.dense(Shape.of(1, 3), 1e17, 1, -1e17);
    Tensor right = fixture.dense(Shape.of(3, 1), 1, 1, 1);
    assertArrayEquals(numbers(0), fixture.evaluate(left.matmul(right)));
  }

  @Test
  void valuesOfParametersAreNotReducedOverAxes() {
    Fixture flat = new Fixture(Fixture.parameter("a", -1, 2));
    ShapeException error = assertThrows(ShapeException.class, () -> flat.flat(1, 2).sum());
    assertEquals(
        "FLAT values have no axes to reduce over: reduce within a partition, or unpack a parameter",
        error.getMessage());
    assertThrows(ShapeException.class, () -> flat.flat(1, 2).argMax());
  }

  @Test
  void argMaxTakesTheFirstOfEqualsAndNaNBeforeAll() {
    Tensor rows =
        fixture.dense(Shape.of(5, 3), 1, 3, 3, -1, -2, -3, 5, NaN, NaN, -0.0, 0.0, -1, NaN, 9, 8);
    assertEquals(Shape.of(5, 1), rows.argMax().shape());
    assertArrayEquals(numbers(1, 0, 1, 0, 0), fixture.evaluate(rows.argMax()));
  }

  @ParameterizedTest
  @CsvSource({"false, false", "false, true", "true, false", "true, true"})
  void matrixProductsAgreeWithCommonsMath(boolean transposeA, boolean transposeB) {
    Random random = new Random(3);
    double[][] a = random(random, transposeA ? 4 : 3, transposeA ? 3 : 4);
    double[][] b = random(random, transposeB ? 5 : 4, transposeB ? 4 : 5);
    RealMatrix left = new Array2DRowRealMatrix(a);
    RealMatrix right = new Array2DRowRealMatrix(b);
    RealMatrix product =
        (transposeA ? left.transpose() : left).multiply(transposeB ? right.transpose() : right);
    Tensor actual = dense(a).matmul(dense(b), transposeA, transposeB);
    assertEquals(Shape.of(3, 5), actual.shape());
    assertArrayEquals(flatten(product.getData()), fixture.evaluate(actual), 1e-15);
  }

  private static double[][] random(Random random, int rows, int columns) {
    double[][] matrix = new double[rows][columns];
    for (double[] row : matrix) {
      Arrays.setAll(row, i -> random.nextGaussian());
    }
    return matrix;
  }

  private Tensor dense(double[][] rows) {
    return fixture.dense(Shape.of(rows.length, rows[0].length), flatten(rows));
  }

  private static double[] flatten(double[][] rows) {
    return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
  }

  @Test
  void transposeAndReshape() {
    assertArrayEquals(numbers(1, 4, -2, 5, 3, -6), fixture.evaluate(matrix.transpose()));
    Tensor cube = fixture.graph().index(Shape.of(2, 3, 4), 0).times(100);
    cube = cube.plus(fixture.graph().index(Shape.of(2, 3, 4), 1).times(10));
    cube = cube.plus(fixture.graph().index(Shape.of(2, 3, 4), 2));
    Tensor turned = cube.transpose(2, 0, 1);
    assertEquals(Shape.of(4, 2, 3), turned.shape());
    double[] values = fixture.evaluate(turned);
    for (int i = 0; i < values.length; i++) {
      assertEquals(i / 3 % 2 * 100 + i % 3 * 10 + i / 6, values[i]);
    }
    assertArrayEquals(
        fixture.evaluate(matrix), fixture.evaluate(matrix.reshape(Shape.of(3, 1, 2))));
  }

  @Test
  void gatherPicksRowsAndTakePicksNumbers() {
    Tensor data = fixture.graph().input("data", Shape.of(3, 2), DType.U8);
    fixture.bind("data", Field.u8(Shape.of(2), new byte[] {0, 1, 2, (byte) 200, 4, 5}));
    Tensor order = fixture.graph().input("order", Shape.of(4), DType.I32);
    fixture.bind("order", Field.i32(Shape.of(), new int[] {0, 2, 1, 1}));
    assertArrayEquals(numbers(0, 1, 4, 5, 2, 200, 2, 200), fixture.evaluate(data.gather(order)));
    Tensor some = order.take(fixture.scalar(1), 2);
    assertArrayEquals(numbers(2, 1), fixture.evaluate(some));
    assertArrayEquals(numbers(4, 5, 2, 200), fixture.evaluate(data.gather(some)));
    assertArrayEquals(numbers(0, 1, 2, 200, 4, 5), fixture.evaluate(data.toFloat()));
  }

  @Test
  void rowsThatDoNotExistAreNamed() {
    Tensor data = fixture.graph().input("data", Shape.of(3), DType.F32);
    fixture.bind("data", Field.f32(Shape.of(), new float[3]));
    Tensor order = fixture.graph().input("order", Shape.of(1), DType.I32);
    fixture.bind("order", Field.i32(Shape.of(), new int[] {3}));
    IndexOutOfBoundsException error =
        assertThrows(IndexOutOfBoundsException.class, () -> fixture.evaluate(data.gather(order)));
    assertEquals(
        "Row 3 of input data was asked for, but what is bound to it has the rows 0 to 2",
        error.getMessage());
    assertThrows(
        IndexOutOfBoundsException.class, () -> fixture.evaluate(order.take(fixture.scalar(-1), 1)));
  }

  @Test
  void aDeepGraphNeedsNoDeepStack() {
    Tensor deep = fixture.row(0);
    for (int i = 0; i < 100_000; i++) {
      deep = deep.plus(1);
    }
    assertArrayEquals(numbers(100_000), fixture.evaluate(deep));
  }
}
