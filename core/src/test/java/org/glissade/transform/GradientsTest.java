package org.glissade.transform;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.function.UnaryOperator;
import org.glissade.tensor.Extent;
import org.glissade.tensor.Kind;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Op;
import org.glissade.tensor.Parameter;
import org.glissade.tensor.Shape;
import org.glissade.tensor.UnaryFn;
import org.junit.jupiter.api.Test;

/** Arithmetic on gradients; each rule's updates are read off as what was subtracted. */
class GradientsTest {
  private final Layout layout = UpdateRun.small();

  private double[] updates(UnaryOperator<Gradients> rule, double... gradients) {
    return updates(layout, rule, gradients);
  }

  private static double[] updates(
      Layout layout, UnaryOperator<Gradients> rule, double... gradients) {
    UpdateRun run = new UpdateRun(layout, (g, step) -> rule.apply(g));
    double[] before = run.parameters();
    double[] after = run.step(gradients).parameters();
    for (int i = 0; i < before.length; i++) {
      before[i] -= after[i];
    }
    return before;
  }

  private static void assertClose(double[] actual, double... expected) {
    assertArrayEquals(expected, actual, 1e-14);
  }

  @Test
  void theResultIsSubtracted() {
    UpdateRun run = new UpdateRun(layout, (g, step) -> g.times(0.5)).step(2, 4, 6, 8);
    assertArrayEquals(new double[] {1 - 1, 2 - 2, 1 - 3, 1 - 4}, run.parameters());
  }

  @Test
  void normsAreTakenOverEachGroupOfTheExtent() {
    assertClose(norms(Extent.ELEMENT), 3, 4, 12, 5);
    assertClose(norms(Extent.UNIT), 3, 4, 12, 5);
    assertClose(norms(Extent.PARAMETER), 5, 5, 12, 5);
    assertClose(norms(Extent.LAYER), 13, 13, 13, 5);
    double global = Math.sqrt(169 + 25);
    assertClose(norms(Extent.GLOBAL), global, global, global, global);
  }

  /** g plus its norm, less g: the norm at each element. */
  private double[] norms(Extent extent) {
    double[] gradients = {3, 4, -12, 5};
    return updates(g -> g.within(extent, x -> x.plus(x.norm()).minus(g)), gradients);
  }

  @Test
  void normsHaveAnyPower() {
    double cubes = Math.cbrt(27 + 64 + 1728);
    assertClose(norms(1), 19, 19, 19, 5);
    assertClose(norms(2), 13, 13, 13, 5);
    assertClose(norms(3), cubes, cubes, cubes, 5);
    assertClose(norms(Double.POSITIVE_INFINITY), 12, 12, 12, 5);
  }

  private double[] norms(double p) {
    double[] gradients = {3, 4, -12, 5};
    return updates(g -> g.within(Extent.LAYER, x -> x.plus(x.norm(p)).minus(g)), gradients);
  }

  @Test
  void powersOfANormNeitherOverflowNorUnderflow() {
    assertClose(updates(g -> g.dividedBy(g.norm(9)), 2e30, 0, 0, 0), 1, 0, 0, 0);
    assertClose(updates(g -> g.dividedBy(g.norm(9)), 0, 0, -2e-40, 0), 0, 0, -1, 0);
    assertClose(updates(g -> g.norm(9).plus(g.zeros()), 0, 0, 0, 0), 0, 0, 0, 0);
  }

  @Test
  void aScalarForAllMeetsTheGroupsOfSome() {
    UpdateRun run =
        new UpdateRun(
            layout,
            (all, step) -> {
              Gradients two = all.scalar(step.setting("two", 2));
              return all.route(
                  parameter -> parameter.path().equals("b/weight"),
                  g -> g,
                  some ->
                      some.within(
                          Extent.PARAMETER,
                          g -> {
                            step.report("norm", g.norm().times(two));
                            return g;
                          }));
            });
    assertArrayEquals(new double[] {10, 24}, run.step(3, 4, -12, 5).report("norm", 2));
  }

  @Test
  void nothingEqualsNaN() {
    assertClose(updates(g -> g.equalTo(g.like(2)), 1, 2, 0, -2), 0, 1, 0, 0);
    assertClose(updates(g -> g.dividedBy(g).equalTo(g.dividedBy(g)), 1, 0, 2, -3), 1, 0, 1, 1);
  }

  @Test
  void groupsHaveTheirOwnNorms() {
    Layout grouped = layout.grouped(p -> p.kind().label());
    double[] norms =
        updates(grouped, g -> g.within(Extent.GROUP, x -> x.plus(x.norm()).minus(g)), 2, 3, 7, 6);
    assertClose(norms, 7, 7, 7, 7);
    IllegalArgumentException error =
        assertThrows(
            IllegalArgumentException.class,
            () -> updates(g -> g.within(Extent.GROUP, Gradients::norm), 1, 1, 1, 1));
    assertEquals(
        "extent=group needs parameter groups, but none were named: name them on the update stage,"
            + " or use extent=layer or extent=global",
        error.getMessage());
  }

  @Test
  void unitsLieAlongTheAxisThatTheParameterNames() {
    assertClose(unitSums(0), 6, 6, 6, 15, 15, 15);
    assertClose(unitSums(1), 5, 7, 9, 5, 7, 9);
    assertClose(unitSums(Parameter.NO_UNITS), 21, 21, 21, 21, 21, 21);
  }

  private static double[] unitSums(int axis) {
    Parameter parameter =
        new Parameter("w", "", Shape.of(2, 3), Kind.WEIGHT, axis, (values, p, key) -> {});
    return updates(
        Layout.of(List.of(parameter)),
        g -> g.within(Extent.UNIT, x -> x.sum().plus(x.zeros())),
        1,
        2,
        3,
        4,
        5,
        6);
  }

  @Test
  void sumsMeansAndMaxima() {
    double[] gradients = {3, -4, -12, 5};
    assertClose(updates(g -> spread(g, Gradients::sum), gradients), -13, -13, -13, 5);
    assertClose(
        updates(g -> spread(g, Gradients::mean), gradients), -13 / 3.0, -13 / 3.0, -13 / 3.0, 5);
    assertClose(updates(g -> spread(g, Gradients::max), gradients), 3, 3, 3, 5);
    assertClose(updates(g -> spread(g, Gradients::sumOfSquares), gradients), 169, 169, 169, 25);
    assertClose(updates(g -> g.within(Extent.ELEMENT, Gradients::mean), gradients), gradients);
  }

  private static Gradients spread(Gradients g, UnaryOperator<Gradients> measure) {
    return g.within(Extent.LAYER, x -> measure.apply(x).plus(x.zeros()));
  }

  @Test
  void theExtentEndsWhereItsRuleEnds() {
    double[] updates =
        updates(
            g -> g.within(Extent.PARAMETER, x -> x.times(2)).norm().plus(g.zeros()), 1, 1, 1, 1);
    assertClose(updates, 4, 4, 4, 4);
  }

  @Test
  void elementWiseArithmetic() {
    double[] gradients = {1, -2, 3, 0};
    assertClose(updates(g -> g.plus(g).minus(1), gradients), 1, -5, 5, -1);
    assertClose(updates(g -> g.dividedBy(2).negate(), gradients), -0.5, 1, -1.5, 0);
    assertClose(updates(g -> g.times(g).dividedBy(g.plus(4)), gradients), 0.2, 2, 9 / 7.0, 0);
    assertClose(updates(g -> g.minimum(1).maximum(-1), gradients), 1, -1, 1, 0);
    assertClose(
        updates(g -> g.maximum(g.negate()).sqrt(), gradients), 1, Math.sqrt(2), Math.sqrt(3), 0);
    assertClose(updates(g -> g.minimum(g.square()), gradients), 1, -2, 3, 0);
    assertClose(updates(g -> g.abs().plus(g.sign()), gradients), 2, 1, 4, 0);
    assertClose(updates(Gradients::reciprocalOrZero, gradients), 1, -0.5, 1 / 3.0, 0);
    assertClose(updates(g -> g.lessThan(g.like(1)), gradients), 0, 1, 0, 1);
    assertClose(updates(g -> g.unary(UnaryFn.FLOOR), 1.5, -1.5, 2, 0.1), 1, -2, 2, 0);
  }

  @Test
  void aGroupsValueMeetsEveryMember() {
    double[] gradients = {3, 4, 5, -2};
    assertClose(
        updates(
            g ->
                g.within(
                    Extent.PARAMETER, x -> x.norm().lessThan(x.like(4.5)).select(x, x.zeros())),
            gradients),
        0,
        0,
        0,
        -2);
    assertClose(
        updates(
            g ->
                g.times(g.within(Extent.PARAMETER, Gradients::norm))
                    .times(g.within(Extent.LAYER, Gradients::max)),
            gradients),
        75,
        100,
        125,
        8);
  }

  @Test
  void factorsOfGroupsAreGatheredIntoOne() {
    Gradients[] seen = new Gradients[1];
    GradientTransform rule =
        (g, step) -> {
          seen[0] =
              g.within(
                  Extent.PARAMETER, x -> x.times(x.norm().reciprocalOrZero()).times(0.5).times(4));
          return seen[0];
        };
    UpdateRun run = new UpdateRun(layout, rule).step(3, 4, 5, 0);
    assertClose(run.parameters(), 1 - 1.2, 2 - 1.6, 1 - 2, 1);
    assertEquals(Op.Input.class, seen[0].value().input(0).op().getClass());
    assertEquals(Op.Spread.class, seen[0].value().input(1).op().getClass());
  }

  @Test
  void globalMeansTheRoutedOnes() {
    double[] updates =
        updates(
            g ->
                g.route(
                    p -> p.kind() == Kind.BIAS,
                    bias -> bias.times(10),
                    weights -> weights.times(weights.norm())),
            3,
            4,
            7,
            12);
    assertClose(updates, 39, 52, 70, 156);
  }

  @Test
  void routesNestAndEmptySidesAreNotCalled() {
    double[] updates =
        updates(
            g ->
                g.route(
                    p -> p.kind() == Kind.WEIGHT,
                    w ->
                        w.route(
                            p -> p.layer().equals("a"),
                            a -> a.plus(a.sum()),
                            b -> b.minus(b.norm())),
                    bias ->
                        bias.route(
                            p -> p.kind() == Kind.WEIGHT,
                            none -> {
                              throw new AssertionError("no weight is left");
                            },
                            rest -> rest.times(2))),
            1,
            2,
            3,
            4);
    assertClose(updates, 4, 5, 6, 0);
  }

  @Test
  void meansOfRoutedParametersCountOnlyThose() {
    double[] updates =
        updates(
            g -> g.route(p -> p.kind() == Kind.BIAS, b -> b, w -> w.minus(w.mean())), 1, 2, 3, 6);
    assertClose(updates, -2, -1, 3, 3);
  }

  @Test
  void mapGivesEachParameterInItsOwnShape() {
    Layout matrices =
        Layout.of(
            List.of(
                UpdateRun.parameter("a/w", Kind.WEIGHT, 2, 2),
                UpdateRun.parameter("a/b", Kind.BIAS, 2)));
    double[] updates =
        updates(
            matrices,
            g -> g.map((p, x) -> p.shape().rank() == 2 ? x.matmul(x) : x.negate()),
            1,
            2,
            3,
            4,
            5,
            6);
    assertClose(updates, 7, 10, 15, 22, -5, -6);
  }

  @Test
  void mapLeavesThoseAloneThatWereNotRoutedToIt() {
    double[] updates =
        updates(
            g -> g.route(p -> p.kind() == Kind.BIAS, b -> b.map((p, x) -> x.times(5)), w -> w),
            1,
            2,
            3,
            4);
    assertClose(updates, 1, 2, 15, 4);
  }
}
