package org.glissade.cuda;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;

import java.util.stream.IntStream;
import org.glissade.backend.Program;
import org.glissade.backend.Session;
import org.glissade.backend.SessionOptions;
import org.glissade.cuda.driver.BytedecoCuda;
import org.glissade.cuda.driver.Driver;
import org.junit.jupiter.api.Test;

/** Losses of earlier runs, read late: the device is waited for once, or not at all. */
class OutputRingTest {
  private static final String RULE = "clip-by-norm(1.0, extent=parameter) | sgd(0.1)";
  private static final int RUNS = 6;

  /** The losses of the first runs, each read before the next run. */
  private static double[] losses() {
    try (Session session = FakeCuda.backend().open(SessionOptions.seed(3))) {
      Program program = W1.compile(session, W1.plan(RULE));
      return IntStream.range(0, RUNS).mapToDouble(run -> next(program)).toArray();
    }
  }

  private static double next(Program program) {
    program.run();
    return program.scalar("loss");
  }

  private static double[] kept(Program program) {
    return IntStream.range(0, RUNS)
        .mapToDouble(i -> program.scalar("loss", RUNS - 1 - i))
        .toArray();
  }

  @Test
  void manyRunsAreReadWithOneWait() {
    double[] expected = losses();
    assertTrue(expected[0] != expected[RUNS - 1]);
    Driver driver = mock(Driver.class, delegatesTo(new BytedecoCuda().open()));
    try (Session session = FakeCuda.on(driver).open(SessionOptions.seed(3))) {
      Program program = W1.compile(session, W1.plan(RULE));
      program.run();
      clearInvocations(driver);
      for (int i = 1; i < RUNS; i++) {
        program.run();
      }
      assertArrayEquals(expected, kept(program));
      verify(driver, times(RUNS - 1)).launchGraph(org.mockito.ArgumentMatchers.anyLong());
      verify(driver).synchronize();
      verifyNoMoreInteractions(driver);
      session.store().read("train.position");
      program.run();
      clearInvocations(driver);
      assertEquals(expected[RUNS - 1], program.scalar("loss", 1));
      verifyNoMoreInteractions(driver);
    }
  }

  @Test
  void runsThatAreNotKeptAreRefused() {
    try (Session session = FakeCuda.backend().open(SessionOptions.seed(3))) {
      Program program = W1.compile(session, W1.plan(RULE));
      assertThrows(IllegalStateException.class, () -> program.scalar("loss", 1));
      program.run();
      program.run();
      assertEquals(
          "Output loss of 2 runs before the last was asked for, but those of the last 2 are kept",
          assertThrows(IllegalArgumentException.class, () -> program.scalar("loss", 2))
              .getMessage());
    }
  }

  /** What ran before an index led out of its data is still told; what ran behind it is not. */
  @Test
  void anIndexOutOfTheDataSpoilsNoEarlierRun() {
    double[] expected = losses();
    try (Session session = FakeCuda.backend().open(SessionOptions.seed(3))) {
      Program program = W1.compile(session, W1.plan(RULE));
      program.run();
      program.run();
      session.store().write("train.position", 900);
      program.run();
      program.run();
      assertEquals(expected[1], program.scalar("loss", 2));
      assertThrows(IndexOutOfBoundsException.class, () -> program.scalar("loss", 1));
      assertThrows(IndexOutOfBoundsException.class, () -> program.scalar("loss"));
    }
  }
}
