package org.glissade.cpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PatienceTest {
  private static final long WAKING_UP = 120_000;
  private static final long EVALUATION = 50_000_000;

  private final Patience patience = new Patience(Patience.MOST);

  private void learn(int times, long waited) {
    for (int i = 0; i < times; i++) {
      patience.learn(waited);
    }
  }

  @Test
  void longWaitsAreSpentParkedButForABeginning() {
    assertTrue(patience.lasts(Patience.MOST - 1));
    learn(20, EVALUATION);
    assertTrue(patience.lasts(Patience.LEAST - 1));
    assertFalse(patience.lasts(Patience.LEAST));
  }

  @Test
  void oneLongWaitChangesLittle() {
    learn(1, EVALUATION);
    assertTrue(patience.lasts(Patience.MOST / 2 - 1));
    assertFalse(patience.lasts(Patience.MOST / 2));
  }

  /** Else each side would find the other one parked at every meeting. */
  @Test
  void whoParkedAndIsWokenInTimeSpinsAgainPastTheOthersWakingUp() {
    learn(20, EVALUATION);
    learn(5, WAKING_UP);
    assertTrue(patience.lasts(WAKING_UP));
    assertFalse(patience.lasts(Patience.MOST));
  }

  @Test
  void whereWorkersShareProcessorsTheySpinLess() {
    assertEquals(Patience.MOST, Patience.most(2, 2));
    assertEquals(Patience.CROWDED, Patience.most(3, 2));
    Patience crowded = new Patience(Patience.CROWDED);
    for (int i = 0; i < 10; i++) {
      crowded.learn(1);
    }
    assertTrue(crowded.lasts(Patience.CROWDED - 1));
    assertFalse(crowded.lasts(Patience.CROWDED));
  }

  @Test
  void nobodySpinsForEver() {
    learn(100, 1);
    assertFalse(patience.lasts(Patience.MOST));
  }
}
