package org.glissade.cuda;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;

import java.util.SortedMap;
import java.util.stream.IntStream;
import org.glissade.backend.Program;
import org.glissade.backend.Session;
import org.glissade.backend.SessionOptions;
import org.glissade.cuda.driver.BytedecoCuda;
import org.glissade.cuda.driver.Driver;
import org.glissade.data.Field;
import org.glissade.layer.ParameterTable;
import org.glissade.plan.Planner;
import org.glissade.tensor.DType;
import org.glissade.tensor.Definition;
import org.glissade.tensor.Graph;
import org.glissade.tensor.Shape;
import org.glissade.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

/** Eight runs are one launch: the same kernels in one graph, the same bits, and no word between. */
class SeveralRunsTest {
  private static final int KERNELS = 6;

  /** A rate that each step changes, a setting, and random numbers. */
  private static final String RULE =
      "clip-by-norm(1.0, extent=global) | noise(0.01) | adam(exponential(0.01, 0.9, 2))";

  private static void same(Session expected, Session actual) {
    SortedMap<String, double[]> own = actual.store().snapshot();
    expected
        .store()
        .snapshot()
        .forEach((key, values) -> assertArrayEquals(values, own.get(key), key));
  }

  private static void rewind(Session session) {
    session.store().write("train.position", 0);
  }

  private static double[] losses(Program program) {
    return IntStream.range(0, 16).mapToDouble(back -> program.scalar("loss", back)).toArray();
  }

  @Test
  void theirBitsAreThoseOfSingleRuns() {
    try (Session one = FakeCuda.backend().open(SessionOptions.seed(3));
        Session other = FakeCuda.backend().open(SessionOptions.seed(3))) {
      Program single = W1.compile(one, W1.plan(RULE));
      Program several = W1.compile(other, W1.plan(RULE));
      for (int epoch = 0; epoch < 2; epoch++) {
        rewind(one);
        rewind(other);
        for (int i = 0; i < 8; i++) {
          single.run();
        }
        several.run(8);
      }
      same(one, other);
      assertArrayEquals(losses(single), losses(several));
      assertNotEquals(several.scalar("loss", 3), several.scalar("loss", 11));
      assertEquals(16, several.kept("loss"));
      assertEquals(1, several.kept(Definition.GRADIENTS));
    }
  }

  @Test
  void eightAreOneLaunch() {
    FakeCuda.build();
    Driver driver = mock(Driver.class, delegatesTo(new BytedecoCuda().open()));
    try (Session session = FakeCuda.on(driver).open(SessionOptions.seed(3))) {
      Program program =
          W1.compile(session, W1.plan("clip-by-norm(1.0, extent=parameter) | sgd(0.1)"));
      clearInvocations(driver);
      program.run(8);
      InOrder order = inOrder(driver);
      order.verify(driver).beginCapture();
      order.verify(driver, times(8 * KERNELS)).launch(anyLong(), anyInt(), anyInt(), any());
      order.verify(driver).endCapture();
      order.verify(driver).instantiate(anyLong());
      order.verify(driver).launchGraph(anyLong());
      order.verifyNoMoreInteractions();
      rewind(session);
      clearInvocations(driver);
      program.run(8);
      verify(driver).launchGraph(anyLong());
      verifyNoMoreInteractions(driver);
      rewind(session);
      clearInvocations(driver);
      program.run(7);
      verify(driver).beginCapture();
      verify(driver, times(KERNELS)).launch(anyLong(), anyInt(), anyInt(), any());
      verify(driver, times(7)).launchGraph(anyLong());
      verify(driver, times(0)).synchronize();
    }
  }

  @Test
  void aSettingHoldsFromTheNextRunOn() {
    try (Session one = FakeCuda.backend().open(SessionOptions.seed(3));
        Session other = FakeCuda.backend().open(SessionOptions.seed(3))) {
      Program single = W1.compile(one, W1.plan("sgd(0.1)"));
      Program several = W1.compile(other, W1.plan("sgd(0.1)"));
      for (int i = 0; i < 16; i++) {
        if (i == 8) {
          rewind(one);
          one.store().write("sgd/rate", 0.02);
        }
        single.run();
      }
      several.run(8);
      rewind(other);
      other.store().write("sgd/rate", 0.02);
      several.run(8);
      same(one, other);
    }
  }

  /** Those before it are as they were, those behind it do nothing. */
  @Test
  void anIndexOutOfTheDataInTheirMiddleIsTold() {
    try (Session session = FakeCuda.backend().open(SessionOptions.seed(3))) {
      Program program = W1.compile(session, W1.plan("sgd(0.1)"));
      session.store().write("train.position", 5 * W1.BATCH);
      program.run(8);
      double last = program.scalar("loss", 5);
      assertEquals(
          "train.order holds 1024 entries, but 128 were asked for from 1024: set train.position back"
              + " before it passes the end",
          assertThrows(IndexOutOfBoundsException.class, () -> program.scalar("loss", 4))
              .getMessage());
      assertEquals(last, program.scalar("loss", 5));
      assertThrows(IndexOutOfBoundsException.class, () -> session.store().read("count"));
      assertEquals(3, session.store().read("count")[0]);
    }
  }

  /** What one input's data failed to be must not hide that another's lie elsewhere now. */
  @Test
  void dataThatMovedAreFoundAlsoBehindAnError() {
    try (Session session = FakeCuda.backend().open(SessionOptions.seed(3))) {
      Graph graph = new Graph();
      Tensor a = graph.input("a", Shape.of(2), DType.F32);
      Tensor b = graph.input("b", Shape.of(2), DType.F32);
      Definition sum =
          new Definition(
              "sum",
              graph,
              new ParameterTable().layout(),
              java.util.Map.of("y", a.plus(b).sum()),
              java.util.List.of(),
              null);
      Program program = session.compile(Planner.plan(sum));
      session.bind("a", floats(1, 2));
      session.bind("b", floats(3, 4));
      program.run();
      assertEquals(10, program.scalar("y"));
      session.bind("a", Field.f32(Shape.of(4), new float[4_000]));
      session.bind("a", floats(10, 20));
      session.bind("b", floats(1));
      assertThrows(IllegalStateException.class, program::run);
      session.bind("b", floats(3, 4));
      program.run();
      assertEquals(37, program.scalar("y"));
    }
  }

  private static Field floats(float... values) {
    return Field.f32(Shape.of(), values);
  }
}
