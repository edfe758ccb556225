package org.glissade.plan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.glissade.data.Field;
import org.glissade.plan.Slot.Storage;
import org.glissade.tensor.BinaryFn;
import org.glissade.tensor.DType;
import org.glissade.tensor.Definition;
import org.glissade.tensor.Graph;
import org.glissade.tensor.Kind;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Parameter;
import org.glissade.tensor.ReduceFn;
import org.glissade.tensor.Shape;
import org.junit.jupiter.api.Test;

/** Plans made by hand, some of them wrong in the ways that the runner is there to find. */
class PlanRunnerTest {
  private static final Shape SQUARE = Shape.of(2, 2);
  private static final Slot X = new Slot(0, "x", DType.F32, 4, Storage.INPUT);
  private static final Slot A = new Slot(1, "a", DType.F32, 4, Storage.ARENA);
  private static final Slot B = new Slot(2, "b", DType.F32, 4, Storage.ARENA);

  private static Plan plan(int offsetOfB, Step... steps) {
    Parameter none = new Parameter("p", "", Shape.of(), Kind.BIAS, -1, (v, p, k) -> {});
    Definition definition =
        new Definition("by hand", new Graph(), Layout.of(List.of(none)), Map.of(), List.of(), null);
    Map<String, View> outputs = Map.of("b", View.of(B, SQUARE));
    return new Plan(
        definition,
        List.of(X, A, B),
        List.of(new Stage(List.of(steps))),
        outputs,
        List.of(-1, 0, offsetOfB),
        8);
  }

  private static double[] run(Plan plan) {
    PlanRunner runner = new PlanRunner(plan, 1);
    runner.bind("x", Field.f32(Shape.of(2), new float[] {1, 2, 3, 4}));
    return Objects.requireNonNull(runner.run().get("b"));
  }

  private static Step.Map map(Slot from, Slot to, Integer... strides) {
    Instruction load = new Instruction.Load(View.of(from, SQUARE), List.of(strides));
    Instruction sum = new Instruction.Binary(BinaryFn.ADD, 0, 0);
    return new Step.Map(SQUARE, new Code(List.of(load, sum), 1), View.of(to, SQUARE));
  }

  @Test
  void slotsApartKeepTheirNumbers() {
    assertArrayEquals(new double[] {4, 12, 8, 16}, run(plan(4, map(X, A, 2, 1), map(A, B, 1, 2))));
  }

  @Test
  void anElementMayBeReplacedInPlace() {
    assertArrayEquals(new double[] {4, 8, 12, 16}, run(plan(0, map(X, A, 2, 1), map(A, B, 2, 1))));
  }

  @Test
  void anotherElementMayNot() {
    Plan plan = plan(0, map(X, A, 2, 1), map(A, B, 1, 2));
    AssertionError error = assertThrows(AssertionError.class, () -> PlanHazards.check(plan));
    assertTrue(
        String.valueOf(error.getMessage())
            .startsWith("step 2: a is read at other elements than are written"),
        error.getMessage());
    assertThrows(
        AssertionError.class, () -> PlanHazards.check(plan(2, map(X, A, 2, 1), map(A, B, 2, 1))));
  }

  @Test
  void aReductionMayNotWriteWhatItReads() {
    Code copy = DenseCode.ofMemory(View.of(A, SQUARE));
    Step reduce = new Step.Reduce(ReduceFn.SUM, SQUARE, 2, 2, 1, copy, View.of(B, Shape.of(2, 1)));
    assertDoesNotThrow(() -> PlanHazards.check(plan(4, reduce)));
    assertThrows(AssertionError.class, () -> PlanHazards.check(plan(2, reduce)));
  }

  @Test
  void whatNobodyWroteIsPoison() {
    double nan = Double.NaN;
    assertArrayEquals(new double[] {nan, nan, nan, nan}, run(plan(4, map(A, B, 2, 1))));
  }

  @Test
  void twoBodiesMayNotVisitAParameter() {
    Step.Body body = new Step.Body(List.of(0), new Code(List.of(), 0), List.of(), List.of());
    Plan plan = plan(4, new Step.Sweep(List.of(body, body), null));
    assertThrows(AssertionError.class, () -> PlanHazards.check(plan));
  }
}
