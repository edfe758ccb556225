package org.glissade.cuda;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.atMost;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;

import java.util.Map;
import java.util.SortedMap;
import org.glissade.backend.Backend;
import org.glissade.backend.Program;
import org.glissade.backend.Session;
import org.glissade.backend.SessionOptions;
import org.glissade.cpu.CpuBackend;
import org.glissade.cuda.code.PlanCode;
import org.glissade.cuda.driver.BytedecoCuda;
import org.glissade.cuda.driver.Driver;
import org.glissade.data.Field;
import org.glissade.examples.custom.SoftClip;
import org.glissade.optim.Sgd;
import org.glissade.plan.Plan;
import org.glissade.reference.ReferenceBackend;
import org.glissade.tensor.Extent;
import org.glissade.tensor.Shape;
import org.glissade.transform.Chain;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

/** The article's training step: its kernels, its calls of the driver, its numbers. */
class StepTest {
  private static final String RULE = "clip-by-norm(1.0, extent=parameter) | sgd(0.1)";

  private static SortedMap<String, double[]> after(Backend backend, String rule, int steps) {
    try (Session session = backend.open(SessionOptions.seed(3))) {
      Program program = W1.compile(session, W1.plan(rule));
      for (int i = 0; i < steps; i++) {
        program.run();
      }
      return session.store().snapshot();
    }
  }

  private static void near(Map<String, double[]> expected, Map<String, double[]> actual) {
    assertEquals(expected.keySet(), actual.keySet());
    expected.forEach(
        (key, values) -> {
          double largest = 0;
          for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
          }
          assertArrayEquals(values, actual.get(key), 1e-5 * largest, key);
        });
  }

  @Test
  void oneStepIsThatOfCpuAndReference() {
    for (String rule : new String[] {RULE, "clip-by-norm(1.0, extent=global) | adam(0.001)"}) {
      SortedMap<String, double[]> own = after(FakeCuda.backend(), rule, 1);
      near(after(new CpuBackend(), rule, 1), own);
      near(after(new ReferenceBackend(), rule, 1), own);
    }
  }

  /** Every other launch of the fake device runs its threads and blocks backwards. */
  @Test
  void twoRunsGiveTheSameBits() {
    SortedMap<String, double[]> one = after(FakeCuda.backend(), RULE, 6);
    SortedMap<String, double[]> two = after(FakeCuda.backend(), RULE, 6);
    one.forEach((key, values) -> assertArrayEquals(values, two.get(key), key));
    assertTrue(one.values().stream().anyMatch(values -> values.length > 100_000));
  }

  @Test
  void aStepIsSixKernels() {
    assertEquals(6, PlanCode.of(W1.plan(RULE)).launches().size());
    assertEquals(
        6,
        PlanCode.of(W1.plan("clip-by-norm(1.0, extent=global) | adam(0.001)")).launches().size());
  }

  /** A transform that somebody wrote in ten lines of Java costs not one kernel more. */
  @Test
  void aTransformOfSomebodyElseIsFused() {
    Plan plan = W1.plan(Chain.of(new SoftClip(1, Extent.PARAMETER), new Sgd(0.2)));
    assertEquals(6, PlanCode.of(plan).launches().size());
    assertEquals(2, plan.sweeps());
  }

  @Test
  void theFirstRunRecordsAGraphAndEachRunLaunchesIt() {
    FakeCuda.build();
    Driver driver = mock(Driver.class, delegatesTo(new BytedecoCuda().open()));
    try (Session session = FakeCuda.on(driver).open(SessionOptions.seed(3))) {
      Program program = W1.compile(session, W1.plan(RULE));
      clearInvocations(driver);
      program.run();
      InOrder order = inOrder(driver);
      order.verify(driver).beginCapture();
      order.verify(driver, times(6)).launch(anyLong(), anyInt(), anyInt(), any());
      order.verify(driver).endCapture();
      order.verify(driver).instantiate(anyLong());
      order.verify(driver).launchGraph(anyLong());
      order.verifyNoMoreInteractions();
      clearInvocations(driver);
      for (int i = 0; i < 5; i++) {
        program.run();
      }
      order.verify(driver, times(5)).launchGraph(anyLong());
      verifyNoMoreInteractions(driver);
      assertTrue(program.scalar("loss") > 0);
      verify(driver, atMost(1)).synchronize();
      session.bind("train.order", Field.i32(Shape.of(), W1.order()));
      session.store().write("train.position", 0);
      clearInvocations(driver);
      program.run();
      order.verify(driver).launchGraph(anyLong());
      verifyNoMoreInteractions(driver);
    }
  }

  @Test
  void anIndexOutOfTheDataStopsAndChangesNothing() {
    try (Session session = FakeCuda.backend().open(SessionOptions.seed(3))) {
      Program program = W1.compile(session, W1.plan(RULE));
      program.run();
      SortedMap<String, double[]> before = session.store().snapshot();
      session.store().write("train.position", 900);
      program.run();
      program.run();
      IndexOutOfBoundsException beyond =
          assertThrows(IndexOutOfBoundsException.class, () -> program.scalar("loss"));
      assertEquals(
          "train.order holds 1024 entries, but 128 were asked for from 900: set train.position back"
              + " before it passes the end",
          beyond.getMessage());
      SortedMap<String, double[]> after = session.store().snapshot();
      before.forEach((key, values) -> assertArrayEquals(values, after.get(key), key));
      session.store().write("train.position", 0);
      program.run();
      assertTrue(program.scalar("loss") > 0);
      int[] wrong = W1.order();
      wrong[130] = 5000;
      session.bind("train.order", Field.i32(Shape.of(), wrong));
      program.run();
      assertEquals(
          "The data has 1024 rows, but row 5000 was asked for: the order must hold 0 to 1023",
          assertThrows(IndexOutOfBoundsException.class, () -> session.store().snapshot())
              .getMessage());
    }
  }
}
