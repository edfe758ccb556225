package org.glissade.testkit.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.glissade.reference.ReferenceBackend;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

class AllocationTest {
  private final AllocationMeter meter = new AllocationMeter();

  @Test
  void bytesOfThisThread() {
    long bytes = meter.bytes(() -> assertEquals(1000, new double[1000].length));
    assertTrue(bytes >= 8000 && bytes < 1_000_000, () -> "8000 and a little, but was " + bytes);
  }

  @Test
  void bytesOfAThreadThatWasThereBefore() throws Exception {
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      other.submit(() -> 0).get();
      long bytes = meter.bytes(() -> await(other.submit(() -> new double[1000])));
      assertTrue(bytes >= 8000 && bytes < 1_000_000, () -> "8000 and a little, but was " + bytes);
    } finally {
      other.shutdown();
    }
  }

  @Test
  void bytesOfAThreadThatWasStarted() {
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      long bytes = meter.bytes(() -> await(other.submit(() -> new double[1000])));
      assertTrue(bytes >= 8000, () -> "at least 8000, but was " + bytes);
    } finally {
      other.shutdown();
    }
  }

  private static void await(Future<?> work) {
    try {
      work.get();
    } catch (Exception failure) {
      throw new AssertionError(failure);
    }
  }

  @RepeatedTest(3)
  void nothing() {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 20; i++) {
      least = Math.min(least, meter.bytes(() -> assertEquals(2, Math.max(1, 2))));
    }
    assertEquals(0, least);
  }

  @Test
  void aBackendThatAllocatesFails() {
    Case tested =
        new Case(
            Steps.SMALL.step("a small network", Rules.rate(1)),
            Steps.SMALL.feeds(1),
            Accuracy.EXACT);
    AssertionFailedError failure =
        assertThrows(
            AssertionFailedError.class,
            () -> Guarantees.allocation(tested, new ReferenceBackend(), Duration.ZERO));
    for (String word : List.of("a small network", "backend reference", "threads 2", "bytes")) {
      assertTrue(String.valueOf(failure.getMessage()).contains(word), failure::toString);
    }
  }
}
