package org.glissade.transform;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.glissade.random.Normal;
import org.glissade.random.Seed;
import org.glissade.tensor.Distribution;
import org.glissade.tensor.Extent;
import org.glissade.tensor.Kind;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Tensor;
import org.glissade.tensor.Variable;
import org.junit.jupiter.api.Test;

class StepContextTest {
  private final Layout layout = UpdateRun.small();

  /** Holds where the first step's number is even. */
  private static Tensor everySecond(Gradients g, StepContext step) {
    State steps = step.state("steps", g.scalar(g.value().graph().scalar(0)));
    Tensor before = steps.old().value();
    steps.set(steps.old().plus(1));
    return before.times(0.5).floor().times(2).equalTo(before);
  }

  @Test
  void countsAppliedUpdatesFromZero() {
    UpdateRun run = new UpdateRun(layout, (g, step) -> g.times(step.count()));
    run.step(1, 1, 1, 1);
    assertArrayEquals(new double[] {1, 2, 1, 1}, run.parameters());
    assertEquals(1, run.count());
    run.step(1, 1, 1, 1).step(1, 1, 1, 1);
    assertArrayEquals(new double[] {1 - 3, 2 - 3, 1 - 3, 1 - 3}, run.parameters());
    assertEquals(3, run.count());
  }

  @Test
  void aStateOfElementsGroupsAndOneNumber() {
    UpdateRun run =
        new UpdateRun(
            layout,
            (g, step) -> {
              State sum = step.state("sum", g.zeros());
              g.within(
                  Extent.LAYER,
                  x -> {
                    State norms = step.state("norms", x.zeros().norm());
                    return norms.set(norms.old().plus(x.norm()));
                  });
              State steps = step.state("steps", g.scalar(step.count().like(10)));
              steps.set(steps.old().plus(1));
              return sum.set(sum.old().plus(g));
            });
    run.step(3, 0, 4, -1).step(0, 3, 4, 2);
    assertArrayEquals(new double[] {3, 3, 8, 1}, run.elements("sum"));
    assertArrayEquals(new double[] {10, 3}, run.store().read("norms"));
    assertEquals(12, run.number("steps"));
    assertArrayEquals(new double[] {1 - 6, 2 - 3, 1 - 12, 1}, run.parameters());
    assertEquals(
        Set.of(
            "parameters",
            "sum",
            "norms",
            "steps",
            "count",
            "non-finite/applied",
            "non-finite/stopped"),
        run.store().variables().keySet());
    assertEquals(Variable.Role.STATE, role(run, "norms"));
    assertEquals(Variable.Role.COUNTER, role(run, "count"));
  }

  private static Variable.Role role(UpdateRun run, String key) {
    return Objects.requireNonNull(run.store().variables().get(key)).role();
  }

  @Test
  void aStateMayBeginAsTheParameters() {
    UpdateRun run =
        new UpdateRun(
            layout,
            (g, step) -> {
              State average = step.state("average", step.values(g));
              average.set(average.old().times(0.5).plus(step.values(g).times(0.5)));
              return g;
            });
    assertArrayEquals(new double[] {1, 2, 1, 1}, run.elements("average"));
    run.step(1, 1, 1, 1).step(0, 0, 0, 0);
    assertArrayEquals(new double[] {0.5, 1.5, 0.5, 0.5}, run.elements("average"));
  }

  @Test
  void aStateOfRoutedParametersLeavesTheOthersAlone() {
    UpdateRun run =
        new UpdateRun(
            layout,
            (g, step) ->
                g.route(
                    p -> p.kind() == Kind.BIAS,
                    bias -> {
                      State last = step.state("last", bias.like(7));
                      last.set(bias.times(2));
                      return bias;
                    },
                    weights -> weights));
    run.step(1, 2, 3, 4);
    assertArrayEquals(new double[] {7, 7, 6, 7}, run.elements("last"));
  }

  @Test
  void whereAConditionFailsNothingOfTheRuleHappens() {
    UpdateRun run =
        new UpdateRun(
            layout,
            (g, step) ->
                step.when(
                    everySecond(g, step),
                    inner -> {
                      State sum = inner.state("sum", g.zeros());
                      inner.report("norm", g.norm());
                      return sum.set(sum.old().plus(g))
                          .plus(g.zeros().plus(1).times(inner.count()));
                    }));
    run.step(1, 1, 1, 1);
    assertArrayEquals(new double[] {1, 1, 1, 1}, run.elements("sum"));
    assertArrayEquals(new double[] {0, 1, 0, 0}, run.parameters());
    assertArrayEquals(new double[] {2}, run.report("norm", 1));
    run.step(50, 50, 50, 50);
    assertArrayEquals(new double[] {1, 1, 1, 1}, run.elements("sum"));
    assertArrayEquals(new double[] {0, 1, 0, 0}, run.parameters());
    assertArrayEquals(new double[] {Double.NaN}, run.report("norm", 1));
    assertEquals(1, run.count());
    assertEquals(2, run.number("steps"));
    run.step(2, 2, 2, 2);
    assertArrayEquals(new double[] {3, 3, 3, 3}, run.elements("sum"));
    assertArrayEquals(new double[] {-4, -3, -4, -4}, run.parameters());
    assertEquals(2, run.count());
  }

  @Test
  void conditionsNest() {
    GradientTransform nested =
        (g, step) ->
            step.when(
                step.setting("outer", 1),
                outer ->
                    outer.within(
                        "in",
                        named ->
                            named.when(
                                named.setting("inner", 1),
                                inner -> {
                                  State sum = inner.state("sum", g.zeros());
                                  return sum.set(sum.old().plus(g));
                                })));
    UpdateRun run = new UpdateRun(layout, nested);
    double[][] settings = {{1, 1}, {0, 1}, {1, 0}, {0, 0}, {1, 1}};
    for (double[] setting : settings) {
      run.store().write("outer", setting[0]);
      run.store().write("in/inner", setting[1]);
      run.step(1, 1, 1, 1);
    }
    assertArrayEquals(new double[] {2, 2, 2, 2}, run.elements("in/sum"));
    assertEquals(3, run.number("applied"));
    assertEquals(2, run.number("in/applied"));
    assertEquals(2, run.count());
  }

  @Test
  void aConditionOfSomeParametersDoesNotHoldTheCountBack() {
    UpdateRun run =
        new UpdateRun(
            layout,
            (g, step) ->
                g.route(
                    p -> p.kind() == Kind.BIAS,
                    bias -> step.within("bias", s -> s.when(s.setting("on", 0), inner -> bias)),
                    weights -> weights));
    run.step(1, 1, 1, 1);
    assertArrayEquals(new double[] {0, 1, 1, 0}, run.parameters());
    assertEquals(1, run.count());
    assertEquals(0, run.number("bias/applied"));
    run.store().write("bias/on", 1);
    run.step(1, 1, 1, 1);
    assertArrayEquals(new double[] {-1, 0, 0, -1}, run.parameters());
    assertEquals(2, run.count());
    assertEquals(1, run.number("bias/applied"));
  }

  @Test
  void laterLinksSeeZerosWhereAConditionFailed() {
    GradientTransform gate = (g, step) -> step.when(step.setting("on", 0), inner -> g);
    GradientTransform last =
        (g, step) -> {
          State seen = step.state("seen", g.like(9));
          return seen.set(g);
        };
    UpdateRun run =
        new UpdateRun(layout, new Chain(List.of(Link.of("gate", gate), Link.of("last", last))));
    run.step(1, 1e30, 1, 1);
    assertArrayEquals(new double[4], run.elements("last/seen"));
  }

  @Test
  void aWrapperSeesTheUpdatesOfTheRest() {
    Wrapper average =
        (g, step, rest) -> {
          Gradients updates = rest.apply(g, step);
          State next = step.state("next", step.values(g));
          next.set(step.values(g).minus(updates));
          return updates;
        };
    UpdateRun run = new UpdateRun(layout, Chain.of(average, (g, step) -> g.times(0.5)));
    run.step(2, 4, 6, 8);
    assertArrayEquals(run.parameters(), run.elements("transform/next"));
    assertArrayEquals(new double[] {0, 0, -2, -3}, run.parameters());
  }

  @Test
  void aSettingChangesBetweenSteps() {
    UpdateRun run = new UpdateRun(layout, (g, step) -> g.times(step.setting("rate", 0.5)));
    run.step(2, 2, 2, 2);
    assertArrayEquals(new double[] {0, 1, 0, 0}, run.parameters());
    run.store().write("rate", 2);
    run.step(1, 1, 1, 1);
    assertArrayEquals(new double[] {-2, -1, -2, -2}, run.parameters());
    assertEquals(Variable.Role.SETTING, role(run, "rate"));
  }

  @Test
  void noiseIsNewInEachAppliedUpdateAndOnlyThen() {
    GradientTransform noise = (g, step) -> step.random("noise", Distribution.NORMAL, g).times(g);
    UpdateRun run = new UpdateRun(layout, 5, noise);
    double[] first = change(run, 1);
    long key = Seed.of(5).stream("noise").key();
    assertEquals((float) Normal.standard(key, 0, 0, 16), first[2], 1e-15);
    change(run, Double.NaN);
    run.store().write("non-finite/stopped", 0);
    double[] second = change(run, 1);
    assertEquals((float) Normal.standard(key, 0, 1, 16), second[2], 1e-15);
    assertFalse(Arrays.equals(first, second));
    assertArrayEquals(first, change(new UpdateRun(layout, 5, noise), 1));
    assertFalse(Arrays.equals(first, change(new UpdateRun(layout, 6, noise), 1)));
  }

  private static double[] change(UpdateRun run, double gradient) {
    double[] before = run.parameters();
    double[] after = run.step(gradient, gradient, gradient, gradient).parameters();
    Arrays.setAll(before, i -> before[i] - after[i]);
    return before;
  }

  @Test
  void reportsHaveANumberPerGroup() {
    UpdateRun run =
        new UpdateRun(
            layout,
            (g, step) -> {
              step.report("norm", g.within(Extent.PARAMETER, Gradients::norm));
              step.report("rate", g.scalar(step.setting("rate", 3)));
              return g;
            });
    run.step(3, 4, -2, 7);
    assertArrayEquals(new double[] {5, 2, 7}, run.report("norm", 3));
    assertArrayEquals(new double[] {3}, run.report("rate", 1));
  }
}
