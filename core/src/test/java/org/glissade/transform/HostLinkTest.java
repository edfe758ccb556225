package org.glissade.transform;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.glissade.layer.ParameterTable;
import org.glissade.layer.Scope;
import org.glissade.plan.Plan;
import org.glissade.plan.Planner;
import org.glissade.plan.Step;
import org.glissade.spi.Golden;
import org.glissade.tensor.Autodiff;
import org.glissade.tensor.DType;
import org.glissade.tensor.Definition;
import org.glissade.tensor.Extent;
import org.glissade.tensor.Graph;
import org.glissade.tensor.HostFunction;
import org.glissade.tensor.HostLinkException;
import org.glissade.tensor.Kind;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Shape;
import org.glissade.tensor.ShapeException;
import org.glissade.tensor.Tensor;
import org.junit.jupiter.api.Test;

class HostLinkTest {
  private static final HostFunction HALF =
      (in, out) -> Arrays.setAll(out.get(0), i -> in.get(0)[i] / 2);

  private static UpdateRun run(GradientTransform transform) {
    return new UpdateRun(UpdateRun.small(), transform);
  }

  @Test
  void oneResultLikeTheInput() {
    UpdateRun run = run((g, step) -> step.host("half", g, HALF));
    assertArrayEquals(new double[] {0.5, 1, -0.5, 1}, run.step(1, 2, 3, 0).parameters());
  }

  @Test
  void elementsGroupsAndOneNumber() {
    List<double[]> seen = new ArrayList<>();
    UpdateRun run =
        run(
            (g, step) ->
                g.within(
                    Extent.LAYER,
                    x -> {
                      List<Gradients> some = List.of(x, x.sum(), x.scalar(step.count()));
                      HostFunction function =
                          (in, out) -> {
                            in.forEach(array -> seen.add(array.clone()));
                            out.get(0)[1] = in.get(1)[0];
                            out.get(1)[1] = 10;
                            out.get(2)[0] = in.get(2)[0] + 1;
                            out.get(0)[2] = 99;
                          };
                      List<Gradients> given = step.host("some", some, some, function);
                      step.report("groups", given.get(1));
                      return given.get(0).plus(given.get(1)).times(given.get(2).value());
                    }));
    run.step(1, 2, 3, 4);
    assertArrayEquals(new double[] {1, 2 - 6, 1, 1 - 10}, run.parameters());
    assertArrayEquals(new double[] {0, 10}, run.report("groups", 2));
    double[] flat = new double[48];
    flat[0] = 1;
    flat[1] = 2;
    flat[16] = 3;
    flat[32] = 4;
    assertArrayEquals(flat, seen.get(0));
    assertArrayEquals(new double[] {6, 4}, seen.get(1));
    assertArrayEquals(new double[] {0}, seen.get(2));
  }

  /** What one step leaves in the arrays is not there in the next. */
  @Test
  void resultsBeginAsZeros() {
    UpdateRun run =
        run((g, step) -> step.host("first", g, (in, out) -> out.get(0)[0] += in.get(0)[0]));
    run.step(1, 1, 1, 1).step(1, 1, 1, 1);
    assertArrayEquals(new double[] {-1, 2, 1, 1}, run.parameters());
  }

  @Test
  void otherParametersAreZeros() {
    List<double[]> seen = new ArrayList<>();
    HostFunction function =
        (in, out) -> {
          seen.add(in.get(0).clone());
          Arrays.fill(out.get(0), 7);
        };
    UpdateRun run =
        run(
            (g, step) ->
                g.route(p -> p.kind() == Kind.BIAS, x -> step.host("x", x, function), x -> x));
    run.step(1, 2, 3, 4);
    double[] flat = new double[48];
    flat[16] = 3;
    assertArrayEquals(flat, seen.get(0));
    assertArrayEquals(new double[] {0, 0, 1 - 7, 1 - 4}, run.parameters());
  }

  @Test
  void itIsCalledOnceAStepByTheThreadThatRunsIt() {
    List<Thread> threads = new ArrayList<>();
    UpdateRun run =
        run(
            (g, step) -> {
              List<Gradients> two =
                  step.host(
                      "two",
                      List.of(g),
                      List.of(g, g),
                      (in, out) -> threads.add(Thread.currentThread()));
              return two.get(0).plus(two.get(1));
            });
    run.step(1, 1, 1, 1).step(1, 1, 1, 1);
    assertEquals(2, threads.size());
    threads.forEach(thread -> assertSame(Thread.currentThread(), thread));
  }

  @Test
  void oneThatNobodyUsesIsNotCalled() {
    AtomicInteger calls = new AtomicInteger();
    UpdateRun run =
        run(
            (g, step) -> {
              step.host("unused", g, (in, out) -> calls.incrementAndGet());
              return g;
            });
    run.step(1, 1, 1, 1);
    assertEquals(0, calls.get());
  }

  /** It sees the poisoned gradient, and what it makes of it is not taken. */
  @Test
  void underAConditionItIsCalledAndNotTaken() {
    for (NonFinite.Policy policy : List.of(NonFinite.Policy.SKIP_STEP, NonFinite.Policy.STOP)) {
      AtomicInteger calls = new AtomicInteger();
      UpdateRun run =
          run(
              Chain.of(
                  new NonFinite(policy),
                  (g, step) -> {
                    State sum = step.state("sum", g.zeros());
                    return sum.set(
                        sum.old()
                            .plus(
                                step.host(
                                    "half",
                                    g,
                                    (in, out) -> {
                                      calls.incrementAndGet();
                                      HALF.apply(in, out);
                                    })));
                  }));
      run.step(1, 1, 1, 1).step(1, Double.NaN, 1, 1);
      assertEquals(2, calls.get());
      assertArrayEquals(new double[] {0.5, 1.5, 0.5, 0.5}, run.parameters());
      assertArrayEquals(new double[] {0.5, 0.5, 0.5, 0.5}, run.elements("transform/sum"));
      assertEquals(1, run.count());
    }
  }

  @Test
  void whatItGivesIsNotLookedAtAgain() {
    UpdateRun run =
        run(
            Chain.of(
                new NonFinite(NonFinite.Policy.SKIP_STEP),
                (g, step) -> step.host("nan", g, (in, out) -> out.get(0)[0] = Double.NaN)));
    run.step(1, 1, 1, 1);
    assertArrayEquals(new double[] {Double.NaN, 2, 1, 1}, run.parameters());
  }

  @Test
  void oneThatThrowsChangesNothing() {
    AtomicBoolean fails = new AtomicBoolean();
    HostFunction function =
        (in, out) -> {
          if (fails.get()) {
            throw new ArithmeticException("no median of nothing");
          }
          HALF.apply(in, out);
        };
    UpdateRun run =
        run(Chain.of(List.of(Link.of("clip", (g, step) -> step.host("half", g, function)))));
    run.step(1, 1, 1, 1);
    SortedMap<String, double[]> before = run.store().snapshot();
    fails.set(true);
    HostLinkException failure = assertThrows(HostLinkException.class, () -> run.step(1, 1, 1, 1));
    assertEquals(
        "Host link clip/half failed, and the step with it:"
            + " java.lang.ArithmeticException: no median of nothing",
        failure.getMessage());
    assertInstanceOf(ArithmeticException.class, failure.getCause());
    before.forEach((key, values) -> assertArrayEquals(values, run.store().read(key), key));
    fails.set(false);
    assertArrayEquals(new double[] {0, 1, 0, 0}, run.step(1, 1, 1, 1).parameters());
  }

  @Test
  void layersLossesAndFirstValuesHaveNone() {
    Graph graph = new Graph();
    Tensor x = graph.input("x", Shape.of(2, 3), DType.F32);
    assertThrows(ShapeException.class, () -> graph.host("x", HALF, List.of(x), List.of(x)));
    Tensor one = graph.scalar(1);
    Scope scope = Scope.root(new ParameterTable(), true, one);
    ShapeException inLayer =
        assertThrows(
            ShapeException.class,
            () ->
                scope.child(
                    "dense",
                    (y, inner) -> {
                      graph.host("x", HALF, List.of(one), List.of(one));
                      return y;
                    },
                    x));
    assertEquals(
        "Layer dense: host link x must be of the update stage: it takes and gives values of"
            + " elements, of groups, or one number, and gives at least one",
        inLayer.getMessage());
    Layout layout = UpdateRun.small();
    Tensor weight = graph.read(layout.parameters().get(0));
    Tensor hosted = graph.host("x", HALF, List.of(weight.sum().toScalar()), List.of(one)).get(0);
    assertThrows(
        IllegalArgumentException.class,
        () -> Autodiff.gradients(hosted.toDense().sum(), layout.parameters()));
    IllegalArgumentException first =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                run(
                    (g, step) -> {
                      State state = step.state("s", step.host("half", step.values(g), HALF));
                      return state.set(state.old());
                    }));
    assertEquals(
        "The first value of s depends on host link half: use constants and parameter values only",
        first.getMessage());
  }

  @Test
  void weightsToEvaluateWithDependOnNone() {
    GradientTransform halved =
        (g, step) -> {
          step.evaluation(step.host("half", step.values(g), HALF));
          return g;
        };
    IllegalStateException error =
        assertThrows(
            IllegalStateException.class,
            () -> UpdateStage.evaluation(new Graph(), UpdateRun.small(), halved));
    assertEquals(
        "The weights to evaluate with depend on a host link: make them of states and values alone",
        error.getMessage());
  }

  /**
   * A stage of its own, between a sweep that writes what it reads and one that reads what it gives.
   */
  @Test
  void itCutsThePlan() {
    Graph graph = new Graph();
    Layout layout = UpdateRun.small();
    Tensor flat = graph.flatInput("g", layout);
    GradientTransform rule =
        (g, step) ->
            step.host("half", g.within(Extent.GLOBAL, x -> x.times(x.norm())), HALF).times(2);
    Update update =
        UpdateStage.describe(layout, flat, null, Chain.of(List.of(Link.of("clip", rule))));
    Plan plan =
        Planner.plan(new Definition("update", graph, layout, Map.of(), update.effects(), null));
    assertEquals(3, plan.sweeps());
    assertEquals(1, plan.hostLinks());
    plan.stages()
        .forEach(
            stage ->
                assertFalse(
                    stage.steps().size() > 1
                        && stage.steps().stream().anyMatch(Step.Host.class::isInstance)));
    Golden golden = new Golden();
    golden.add("a host link", plan.toString());
    golden.assertSameAs(HostLinkTest.class, "host-link-plan.golden");
  }
}
