package org.glissade.transform;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.glissade.tensor.Extent;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Shape;
import org.glissade.tensor.ShapeException;
import org.glissade.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** What a transform remembers of groups: the last two norms of each. */
class GroupListsTest {
  private final Layout layout = UpdateRun.small();

  private static GradientTransform lastTwo(Extent extent) {
    return (gradients, step) ->
        gradients.within(
            extent,
            g -> {
              Gradients norm = g.norm();
              int groups = norm.value().shape().size();
              Tensor none = norm.value().graph().constant(0, Shape.of(groups, 2));
              DenseState norms = step.denseState("norms", none);
              Tensor slot = step.count().minus(step.count().dividedBy(2).floor().times(2));
              step.report(
                  "sum",
                  norm.groups(
                      list -> {
                        Tensor old = norms.old();
                        Tensor at = old.graph().index(old.shape(), 1).equalTo(slot);
                        Tensor column = list.reshape(Shape.of(groups, 1)).broadcast(old.shape());
                        return norms.set(at.select(column, old)).sum(1).reshape(Shape.of(groups));
                      }));
              return g;
            });
  }

  @Test
  void everyGroupHasItsOwn() {
    UpdateRun run = new UpdateRun(layout, lastTwo(Extent.PARAMETER));
    assertArrayEquals(new double[] {5, 1, 2}, run.step(3, 4, 1, 2).report("sum", 3));
    assertArrayEquals(new double[] {15, 1, 2}, run.step(6, 8, 0, 0).report("sum", 3));
    assertArrayEquals(new double[] {10, 0, 7}, run.step(0, 0, 0, -7).report("sum", 3));
    assertArrayEquals(new double[] {0, 10, 0, 0, 7, 0}, run.store().read("norms"));
  }

  @Test
  void allTogetherAreAGroup() {
    UpdateRun run = new UpdateRun(layout, lastTwo(Extent.GLOBAL));
    assertArrayEquals(new double[] {5}, run.step(3, 4, 0, 0).report("sum", 1));
    assertArrayEquals(new double[] {7}, run.step(0, 0, 0, 2).report("sum", 1));
    assertArrayEquals(new double[] {5, 2}, run.store().read("norms"));
  }

  @Test
  void itStaysWhereAConditionFails() {
    GradientTransform gated =
        (g, step) -> step.when(step.setting("open", 1), s -> lastTwo(Extent.GLOBAL).apply(g, s));
    UpdateRun run = new UpdateRun(layout, gated).step(3, 4, 0, 0);
    run.store().write("open", 0);
    run.step(6, 8, 0, 0);
    assertArrayEquals(new double[] {5, 0}, run.store().read("norms"));
  }

  @Test
  void whatIsTheSameForEveryGroupIsAListToo() {
    GradientTransform constant =
        (gradients, step) ->
            gradients.within(
                Extent.PARAMETER,
                g -> {
                  Gradients norm = g.norm();
                  Gradients two = norm.groups(list -> norm.value().like(2).toDense());
                  Gradients count = norm.times(0).plus(norm.scalar(step.count()));
                  step.report("two", two);
                  step.report("count", count.groups(list -> list.plus(1)));
                  return g;
                });
    UpdateRun run = new UpdateRun(layout, constant).step(1, 1, 1, 1);
    assertArrayEquals(new double[] {2, 2, 2}, run.report("two", 3));
    assertArrayEquals(new double[] {1, 1, 1}, run.report("count", 3));
  }

  @Test
  void mistakesAreNamed() {
    GradientTransform elements = (g, step) -> g.groups(list -> list);
    assertEquals(
        "Elements are not groups: take a norm, sum, mean or maximum first",
        assertThrows(IllegalArgumentException.class, () -> new UpdateRun(layout, elements).step())
            .getMessage());
    GradientTransform longer =
        (g, step) ->
            g.within(
                Extent.PARAMETER,
                x -> x.norm().groups(list -> list.graph().constant(1, Shape.of(4))));
    assertEquals(
        "A column of 3 groups is made of a dense list of as many numbers, not of DENSE [4]",
        assertThrows(ShapeException.class, () -> new UpdateRun(layout, longer).step())
            .getMessage());
    GradientTransform never =
        (g, step) -> {
          step.denseState("norms", g.value().graph().constant(0, Shape.of(2)));
          return g;
        };
    assertEquals(
        "State norms was never set: call set(next), or set(old()) to keep it",
        assertThrows(IllegalStateException.class, () -> new UpdateRun(layout, never).step())
            .getMessage());
    GradientTransform twice =
        (g, step) -> {
          DenseState state = step.denseState("norms", g.value().graph().constant(0, Shape.of(2)));
          state.set(state.old());
          state.set(state.old());
          return g;
        };
    assertEquals(
        "State norms was set twice: a state has one next value per step",
        assertThrows(IllegalStateException.class, () -> new UpdateRun(layout, twice).step())
            .getMessage());
  }
}
