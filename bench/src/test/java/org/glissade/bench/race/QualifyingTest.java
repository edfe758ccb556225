package org.glissade.bench.race;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class QualifyingTest {
  private static final Setup SLOW = new Setup(1, Waiting.PASSIVE);
  private static final Setup FAST = new Setup(2, Waiting.PASSIVE);
  private static final Setup STUCK = new Setup(2, Waiting.ACTIVE);

  private static Optional<Setup> best(Map<Setup, Double> times, Setup... setups) {
    return Qualifying.best(List.of(setups), setup -> Optional.ofNullable(times.get(setup)));
  }

  @Test
  void theLeastTimeWins() {
    assertEquals(Optional.of(FAST), best(Map.of(SLOW, 2.0, FAST, 1.0), SLOW, FAST));
    assertEquals(Optional.of(SLOW), best(Map.of(SLOW, 1.0, FAST, 2.0), SLOW, FAST));
  }

  @Test
  void whoIsStuckInOneSetupWinsInAnother() {
    assertEquals(Optional.of(SLOW), best(Map.of(SLOW, 9.0), STUCK, SLOW));
  }

  @Test
  void ofEqualsTheFirstIsTaken() {
    assertEquals(Optional.of(SLOW), best(Map.of(SLOW, 1.0, FAST, 1.0), SLOW, FAST));
  }

  @Test
  void whoFailsInAllHasNone() {
    assertEquals(Optional.empty(), best(Map.of(), SLOW, FAST, STUCK));
  }

  @Test
  void everySetupIsTriedOnce() {
    List<Setup> tried = new ArrayList<>();
    Optional<Setup> first =
        Qualifying.best(
            Setup.ALL,
            setup -> {
              tried.add(setup);
              return Optional.of(1.0);
            });
    assertEquals(Setup.ALL, tried);
    assertEquals(Optional.of(Setup.ALL.get(0)), first);
    assertEquals(4, Setup.ALL.stream().distinct().count());
    assertEquals(Map.of("OMP_NUM_THREADS", "2", "OMP_WAIT_POLICY", "active"), STUCK.environment());
  }
}
