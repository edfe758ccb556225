package org.glissade.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.glissade.tensor.Extent;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Parameter;
import org.glissade.tensor.Partition;
import org.glissade.tensor.ReduceFn;
import org.glissade.tensor.Shape;
import org.glissade.tensor.ShapeException;
import org.glissade.tensor.Space;
import org.glissade.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Three parameters, of 6, 1 and 17 values; between them lies padding, which is never read. */
class FlatOpsTest {
  private final Parameter weight = Fixture.parameter("a/weight", 1, 2, 3);
  private final Parameter one = Fixture.parameter("a/one", -1, 1);
  private final Parameter many = Fixture.parameter("b/many", 0, 17);
  private final Fixture fixture = new Fixture(weight, one, many);
  private final Layout layout = fixture.layout();
  private final Tensor ascending = fixture.flat(range(1, 24));

  private static double[] range(int from, int to) {
    double[] numbers = new double[to - from + 1];
    Arrays.setAll(numbers, i -> from + i);
    return numbers;
  }

  private Partition all(Extent extent) {
    return layout.partition(extent, layout.all());
  }

  private Partition without(Parameter left, Extent extent) {
    return layout.partition(extent, layout.all().where(i -> i != layout.indexOf(left)));
  }

  private double[] sums(Partition partition) {
    return fixture.evaluate(ascending.reduce(ReduceFn.SUM, partition));
  }

  @Test
  void everyExtentDividesTheElements() {
    assertArrayEquals(new double[] {300}, sums(all(Extent.GLOBAL)));
    assertArrayEquals(new double[] {28, 272}, sums(all(Extent.LAYER)));
    assertArrayEquals(new double[] {21, 7, 272}, sums(all(Extent.PARAMETER)));
    double[] units = sums(all(Extent.UNIT));
    assertArrayEquals(new double[] {1 + 4, 2 + 5, 3 + 6, 7}, Arrays.copyOf(units, 4));
    assertArrayEquals(range(8, 24), Arrays.copyOfRange(units, 4, units.length));
  }

  @Test
  void unitsOfTheFirstAxisAreRows() {
    Fixture rows = new Fixture(Fixture.parameter("w", 0, 2, 3), Fixture.parameter("c", 1, 2, 2, 2));
    Layout own = rows.layout();
    Tensor flat = rows.flat(1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6, 7, 8);
    Tensor sums = flat.reduce(ReduceFn.SUM, own.partition(Extent.UNIT, own.all()));
    assertArrayEquals(new double[] {6, 15, 1 + 2 + 5 + 6, 3 + 4 + 7 + 8}, rows.evaluate(sums));
  }

  @Test
  void groupsAreTheUsers() {
    Layout grouped = layout.grouped(p -> p.path().endsWith("one") ? "late" : "early");
    Partition partition = grouped.partition(Extent.GROUP, grouped.all());
    assertEquals(List.of("early", "late"), partition.names());
    assertArrayEquals(new double[] {21 + 272, 7}, sums(partition));
    IllegalArgumentException error =
        assertThrows(IllegalArgumentException.class, () -> all(Extent.GROUP));
    assertEquals(
        "extent=group needs parameter groups, but none were named: name them on the update stage,"
            + " or use extent=layer or extent=global",
        error.getMessage());
  }

  @Test
  void onlyMembersAreReducedAndOnlyTheyGetTheResult() {
    Partition two = without(one, Extent.GLOBAL);
    Tensor sum = ascending.reduce(ReduceFn.SUM, two);
    assertEquals(Space.SCALAR, sum.space());
    assertArrayEquals(new double[] {293}, fixture.evaluate(sum));
    Partition byParameter = without(one, Extent.PARAMETER);
    Tensor spread = ascending.reduce(ReduceFn.MAX, byParameter).spread(byParameter);
    double[] expected = new double[24];
    Arrays.fill(expected, 0, 6, 6);
    Arrays.fill(expected, 7, 24, 24);
    assertArrayEquals(expected, fixture.elements(spread));
  }

  @Test
  void groupSizesCountNoPadding() {
    assertArrayEquals(
        new double[] {24}, fixture.evaluate(fixture.graph().groupSizes(all(Extent.GLOBAL))));
    assertArrayEquals(
        new double[] {6, 1, 17},
        fixture.evaluate(fixture.graph().groupSizes(all(Extent.PARAMETER))));
    double[] units = fixture.evaluate(fixture.graph().groupSizes(all(Extent.UNIT)));
    assertArrayEquals(new double[] {2, 2, 2, 1, 1}, Arrays.copyOf(units, 5));
  }

  @Test
  void paddingStaysZeroAndEntersNoSum() {
    Tensor ones = ascending.minus(ascending).exp();
    double[] flat = fixture.evaluate(ones);
    assertEquals(64, flat.length);
    assertEquals(24, Arrays.stream(flat).sum());
    assertArrayEquals(new double[16 - 6], Arrays.copyOfRange(flat, 6, 16));
    assertArrayEquals(new double[15], Arrays.copyOfRange(flat, 17, 32));
    assertArrayEquals(new double[15], Arrays.copyOfRange(flat, 49, 64));
    Tensor least = ascending.negate().reduce(ReduceFn.MAX, all(Extent.GLOBAL));
    assertArrayEquals(new double[] {-1}, fixture.evaluate(least));
  }

  @Test
  void routeTakesEachParameterFromOneSide() {
    Tensor routed = ascending.route(layout, layout.all().where(i -> i == 1), ascending.negate());
    double[] expected = Arrays.stream(range(1, 24)).map(x -> x == 7 ? 7 : -x).toArray();
    assertArrayEquals(expected, fixture.elements(routed));
  }

  @Test
  void unpackGivesTheParametersShapeAndPackTakesItBack() {
    Tensor part = ascending.unpack(layout, weight);
    assertEquals(Shape.of(2, 3), part.shape());
    assertArrayEquals(range(1, 6), fixture.evaluate(part));
    Tensor packed =
        fixture
            .graph()
            .pack(
                layout,
                List.of(
                    part.times(2),
                    ascending.unpack(layout, one),
                    ascending.unpack(layout, many).negate()));
    double[] expected = range(1, 24);
    for (int i = 0; i < 24; i++) {
      expected[i] *= i < 6 ? 2 : i == 6 ? 1 : -1;
    }
    assertArrayEquals(expected, fixture.elements(packed));
    ShapeException error =
        assertThrows(
            ShapeException.class,
            () -> fixture.graph().pack(layout, List.of(part.transpose(), part, part)));
    assertEquals(
        "a/weight has shape [2, 3], but what is packed for it has shape [3, 2]",
        error.getMessage());
  }

  @Test
  void aParameterIsReadInItsShape() {
    fixture.set(many, range(1, 17));
    fixture.set(weight, 6, 5, 4, 3, 2, 1);
    Tensor read = fixture.graph().read(weight);
    assertEquals(Shape.of(2, 3), read.shape());
    assertArrayEquals(new double[] {6, 5, 4, 3, 2, 1}, fixture.evaluate(read));
    assertArrayEquals(range(1, 17), fixture.evaluate(fixture.graph().read(many)));
  }

  @Test
  void aScalarMeetsEveryElement() {
    Tensor scaled = ascending.times(fixture.scalar(3));
    assertArrayEquals(
        Arrays.stream(range(1, 24)).map(x -> 3 * x).toArray(), fixture.elements(scaled));
    assertEquals(Space.FLAT, scaled.space());
  }
}
