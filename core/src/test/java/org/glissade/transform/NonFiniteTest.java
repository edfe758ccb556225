package org.glissade.transform;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.glissade.tensor.Distribution;
import org.glissade.tensor.Extent;
import org.glissade.tensor.Layout;
import org.glissade.transform.NonFinite.Policy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NonFiniteTest {
  private static final double[][] HEALTHY = {
    {1, -2, 3, 4}, {0.5, 0.25, -8, 1}, {-3, 1e30, 1e-30, 2}, {7, 7, 7, 7}
  };

  private final Layout layout = UpdateRun.small();

  /** Momentum, noise and a norm: whatever a step can leave behind. */
  private static Gradients busy(Gradients g, StepContext step) {
    State sum = step.state("sum", g.zeros());
    State norms = step.state("norms", g.within(Extent.LAYER, x -> x.zeros().norm()));
    Gradients noisy = g.plus(step.random("noise", Distribution.UNIFORM, g));
    Gradients next = sum.set(sum.old().times(0.9).plus(noisy));
    g.within(Extent.LAYER, x -> norms.set(norms.old().plus(x.norm())));
    step.report("norm", g.norm());
    return next.times(step.count().plus(1).reciprocalOrZero());
  }

  private UpdateRun run(Policy policy) {
    return new UpdateRun(layout, Chain.of(new NonFinite(policy), NonFiniteTest::busy));
  }

  private static Map<String, double[]> without(UpdateRun run, String key) {
    Map<String, double[]> store = new TreeMap<>(run.store().snapshot());
    store.remove(key);
    return store;
  }

  private static void assertSame(Map<String, double[]> expected, Map<String, double[]> actual) {
    assertEquals(expected.keySet(), actual.keySet());
    expected.forEach((key, values) -> assertArrayEquals(values, actual.get(key), key));
  }

  @ParameterizedTest
  @ValueSource(doubles = {NaN, POSITIVE_INFINITY, NEGATIVE_INFINITY})
  void skipLeavesTheStoreAsIfTheBatchHadNotBeen(double poison) {
    UpdateRun healthy = run(Policy.SKIP_STEP);
    UpdateRun poisoned = run(Policy.SKIP_STEP);
    for (double[] gradients : HEALTHY) {
      healthy.step(gradients);
      assertArrayEquals(new double[] {0}, healthy.report(NonFinite.SEEN, 1));
      double[] spoilt = gradients.clone();
      spoilt[2] = poison;
      poisoned.step(spoilt);
      assertArrayEquals(new double[] {1}, poisoned.report(NonFinite.SEEN, 1));
      assertArrayEquals(new double[] {NaN}, poisoned.report("transform/norm", 1));
      poisoned.step(gradients);
      assertSame(without(healthy, NonFinite.SKIPPED), without(poisoned, NonFinite.SKIPPED));
    }
    assertEquals(0, healthy.number(NonFinite.SKIPPED));
    assertEquals(4, poisoned.number(NonFinite.SKIPPED));
    assertArrayEquals(new double[] {4}, poisoned.report(NonFinite.SKIPPED, 1));
    assertEquals(4, poisoned.count());
  }

  @Test
  void stopHoldsUntilTheHostHasLooked() {
    UpdateRun healthy = run(Policy.STOP);
    UpdateRun stopped = run(Policy.STOP);
    healthy.step(HEALTHY[0]);
    stopped.step(HEALTHY[0]);
    stopped.step(1, NaN, 1, 1);
    assertArrayEquals(new double[] {1}, stopped.report(NonFinite.SEEN, 1));
    assertEquals(1, stopped.number(NonFinite.STOPPED));
    stopped.step(HEALTHY[1]).step(HEALTHY[2]);
    assertArrayEquals(new double[] {0}, stopped.report(NonFinite.SEEN, 1));
    assertEquals(1, stopped.number(NonFinite.STOPPED));
    assertSame(without(healthy, NonFinite.STOPPED), without(stopped, NonFinite.STOPPED));
    stopped.store().write(NonFinite.STOPPED, 0);
    healthy.step(HEALTHY[3]);
    stopped.step(HEALTHY[3]);
    assertSame(healthy.store().snapshot(), stopped.store().snapshot());
  }

  @Test
  void stopIsWhatHappensUnlessSaid() {
    UpdateRun plain = new UpdateRun(layout, NonFiniteTest::busy);
    plain.step(1, POSITIVE_INFINITY, 1, 1).step(1, 1, 1, 1);
    assertEquals(1, plain.number(NonFinite.STOPPED));
    assertEquals(0, plain.count());
    assertArrayEquals(new double[] {1, 2, 1, 1}, plain.parameters());
  }

  @Test
  void aPolicyReportsAlikeAloneAndUnderAnyName() {
    NonFinite skip = new NonFinite(Policy.SKIP_STEP);
    for (GradientTransform rule :
        List.of(
            skip,
            Chain.of(skip),
            Chain.of(List.of(Link.of("", skip))),
            Chain.of(List.of(Link.of("guard", skip))))) {
      UpdateRun run = new UpdateRun(layout, rule);
      run.step(1, 1, 1, 1).step(1, NaN, 1, 1);
      assertArrayEquals(new double[] {1}, run.report(NonFinite.SEEN, 1), rule.toString());
      assertArrayEquals(new double[] {1}, run.report(NonFinite.SKIPPED, 1), rule.toString());
      assertEquals(1, run.number(NonFinite.SKIPPED), rule.toString());
      assertEquals(1, run.count(), rule.toString());
    }
  }

  @Test
  void zeroElementsTouchesOnlyThose() {
    UpdateRun zeroed = run(Policy.ZERO_ELEMENTS);
    UpdateRun plain = run(Policy.ZERO_ELEMENTS);
    zeroed.step(NaN, 2, NEGATIVE_INFINITY, 4);
    plain.step(0, 2, 0, 4);
    assertSame(plain.store().snapshot(), zeroed.store().snapshot());
    assertEquals(1, zeroed.count());
  }

  @Test
  void propagateLetsArithmeticTakeItWhereItWill() {
    UpdateRun run =
        new UpdateRun(
            layout,
            Chain.of(
                new NonFinite(Policy.PROPAGATE),
                (g, step) -> g.within(Extent.LAYER, x -> x.times(x.norm()))));
    run.step(1, NaN, 0, 2);
    assertArrayEquals(new double[] {NaN, NaN, NaN, -3}, run.parameters());
    assertEquals(1, run.count());
  }

  @Test
  void extremeGradientsAreFinite() {
    UpdateRun run = run(Policy.STOP);
    run.step(Float.MAX_VALUE, -Float.MAX_VALUE, Float.MIN_VALUE, Float.MAX_VALUE);
    assertEquals(0, run.number(NonFinite.STOPPED));
    assertEquals(1, run.count());
  }
}
