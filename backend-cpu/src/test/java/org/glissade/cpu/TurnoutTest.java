package org.glissade.cpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TurnoutTest {
  private static final long QUIET = 400_000;
  private static final long SINGLE = 700_000;

  private final Turnout turnout = new Turnout();

  /** Runs so often, and says how many runs were the caller's alone. */
  private int run(int runs, long together, long single) {
    int alone = 0;
    for (int i = 0; i < runs; i++) {
      alone += turnout.alone() ? 1 : 0;
      turnout.took(turnout.alone() ? single : together);
    }
    return alone;
  }

  @Test
  void onAQuietMachineAllTakePartInEveryRun() {
    assertEquals(0, run(100_000, QUIET, SINGLE));
  }

  @Test
  void theFirstSlowRunsOfAProgramAreNoReasonToBeAlone() {
    run(5, 100 * QUIET, SINGLE);
    run(100, 3 * QUIET, SINGLE);
    assertEquals(0, run(1_000, QUIET, SINGLE));
  }

  @Test
  void aSingleInterruptedRunIsNone() {
    run(100, QUIET, SINGLE);
    run(1, 3 * QUIET, SINGLE);
    assertEquals(0, run(1_000, QUIET, SINGLE));
  }

  /** The others wake up, while the first runs of a trial are slow: these are not judged by. */
  @Test
  void aTrialOfAllIsNotJudgedByItsFirstRuns() {
    run(1_000, QUIET, SINGLE);
    run(300, 4 * QUIET, SINGLE);
    assertTrue(turnout.alone());
    for (int i = 0; turnout.alone(); i++) {
      assertTrue(i < 512, "no trial of all began");
      turnout.took(SINGLE);
    }
    run(8, 20 * QUIET, SINGLE);
    assertEquals(0, run(10_000, QUIET, SINGLE));
  }

  /** What happens to a thread on a shared machine now and then. */
  @Test
  void aLongInterruptionNowAndThenIsNoReasonToBeAlone() {
    run(1_000, QUIET, SINGLE);
    int alone = 0;
    for (int i = 0; i < 50; i++) {
      alone += run(1, 10 * QUIET, SINGLE) + run(199, QUIET, SINGLE);
    }
    assertEquals(0, alone);
  }

  @Test
  void besideABusyProcessNearlyAllRunsAreTheCallersAlone() {
    run(1_000, QUIET, SINGLE);
    int alone = run(10_000, 4 * QUIET, SINGLE);
    assertTrue(alone > 9_300 && alone < 10_000, () -> alone + " of 10,000 runs were alone");
  }

  @Test
  void whenTheMachineIsQuietAgainAllTakePartAgain() {
    run(1_000, QUIET, SINGLE);
    run(10_000, 4 * QUIET, SINGLE);
    run(5_000, QUIET, SINGLE);
    assertFalse(turnout.alone());
    assertEquals(0, run(10_000, QUIET, SINGLE));
  }

  @Test
  void aSlowMachineOnWhichAllAreStillFasterKeepsAll() {
    run(1_000, QUIET, SINGLE);
    int alone = run(10_000, 2 * QUIET, 3 * QUIET);
    assertTrue(alone < 500, () -> alone + " of 10,000 runs were alone");
    assertFalse(turnout.alone());
  }

  @Test
  void chanceAlternatingSlowRunsCostLittle() {
    Random random = new Random(7);
    long total = 0;
    for (int i = 0; i < 20_000; i++) {
      long together = random.nextInt(4) == 0 ? 8 * QUIET : QUIET;
      long took = turnout.alone() ? SINGLE : together;
      total += took;
      turnout.took(took);
    }
    long mean = total / 20_000;
    assertTrue(mean < 1.25 * SINGLE, () -> "a run took " + mean + " ns in the mean, seed 7");
  }
}
