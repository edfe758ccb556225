package org.glissade.cpu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class WorkerPoolTest {
  private static final int RUNS = 10_000;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 9})
  void everyWorkerDoesItsShareOfEveryRun(int threads) {
    long[] shares = new long[threads];
    ParallelTask task =
        (worker, workers) -> {
          assertEquals(threads, workers);
          shares[worker]++;
        };
    try (WorkerPool pool = new WorkerPool(threads)) {
      assertEquals(threads, pool.threads());
      for (int run = 1; run <= RUNS; run++) {
        pool.run(task);
        for (long share : shares) {
          assertEquals(run, share, "a run ended before its last share");
        }
      }
    }
  }

  @Test
  void workersSeeWhatTheOthersWroteInTheRunBefore() {
    int threads = 3;
    long[] now = new long[threads];
    long[] next = new long[threads];
    Arrays.setAll(now, i -> i);
    try (WorkerPool pool = new WorkerPool(threads)) {
      for (int run = 0; run < RUNS; run++) {
        pool.run((worker, workers) -> next[worker] = now[(worker + 1) % workers]);
        pool.run((worker, workers) -> now[worker] = next[worker]);
      }
    }
    long[] expected = new long[threads];
    Arrays.setAll(expected, i -> (i + RUNS) % threads);
    assertArrayEquals(expected, now);
  }

  @Test
  void theCallerIsTheFirstWorkerAndTheOthersAreDaemons() {
    Thread[] threads = new Thread[3];
    try (WorkerPool pool = new WorkerPool(3)) {
      pool.run((worker, workers) -> threads[worker] = Thread.currentThread());
      assertSame(Thread.currentThread(), threads[0]);
      assertTrue(threads[1].isDaemon() && threads[2].isDaemon());
      assertEquals("glissade-1", threads[1].getName());
    }
    assertFalse(threads[1].isAlive() || threads[2].isAlive(), "close left a thread behind");
  }

  @Test
  void anExceptionReachesTheCallerAndThePoolWorksOn() {
    try (WorkerPool pool = new WorkerPool(3)) {
      for (int bad = 0; bad < 3; bad++) {
        int failing = bad;
        IllegalStateException thrown = new IllegalStateException("from worker " + bad);
        int[] done = new int[3];
        ParallelTask task =
            (worker, workers) -> {
              if (worker == failing) {
                throw thrown;
              }
              done[worker]++;
            };
        assertSame(thrown, assertThrows(IllegalStateException.class, () -> pool.run(task)));
        assertEquals(2, Arrays.stream(done).sum(), "the other shares are done all the same");
        pool.run((worker, workers) -> done[worker] = 7);
        assertArrayEquals(new int[] {7, 7, 7}, done);
      }
    }
  }

  @Test
  void ofManyExceptionsOneCarriesTheOthers() {
    Set<Throwable> thrown = ConcurrentHashMap.newKeySet();
    ParallelTask task =
        (worker, workers) -> {
          AssertionError error = new AssertionError("from worker " + worker);
          thrown.add(error);
          throw error;
        };
    try (WorkerPool pool = new WorkerPool(4)) {
      AssertionError first = assertThrows(AssertionError.class, () -> pool.run(task));
      Set<Throwable> reported = ConcurrentHashMap.newKeySet();
      reported.add(first);
      reported.addAll(Arrays.asList(first.getSuppressed()));
      assertEquals(thrown, reported);
      assertEquals(4, reported.size());
    }
  }

  @Test
  void theSameExceptionFromAllWorkersIsNoTrouble() {
    RuntimeException one = new RuntimeException("from all");
    ParallelTask task =
        (worker, workers) -> {
          throw one;
        };
    try (WorkerPool pool = new WorkerPool(3)) {
      assertSame(one, assertThrows(RuntimeException.class, () -> pool.run(task)));
      assertEquals(0, one.getSuppressed().length);
    }
  }

  @Test
  void interruptsDoNotBreakABarrier() {
    int[] shares = new int[3];
    try (WorkerPool pool = new WorkerPool(3)) {
      for (int run = 1; run <= 1000; run++) {
        Thread.currentThread().interrupt();
        pool.run(
            (worker, workers) -> {
              Thread.currentThread().interrupt();
              shares[worker]++;
            });
        assertTrue(Thread.interrupted(), "the caller's interrupt was swallowed");
        assertArrayEquals(new int[] {run, run, run}, shares);
      }
    }
  }

  @Test
  void wakesUpAfterALongPause() throws InterruptedException {
    int[] shares = new int[2];
    try (WorkerPool pool = new WorkerPool(2)) {
      for (int run = 1; run <= 5; run++) {
        Thread.sleep(20);
        pool.run((worker, workers) -> shares[worker]++);
        assertArrayEquals(new int[] {run, run}, shares);
      }
    }
  }

  @Test
  void aSlowShareIsWaitedFor() {
    int[] shares = new int[2];
    try (WorkerPool pool = new WorkerPool(2)) {
      for (int run = 0; run < 4; run++) {
        int slow = run % 2;
        pool.run(
            (worker, workers) -> {
              if (worker == slow) {
                sleep(20);
              }
              shares[worker]++;
            });
        assertArrayEquals(new int[] {run + 1, run + 1}, shares);
      }
    }
  }

  private static void sleep(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aRunAllocatesNothing() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long[] ids = new long[2];
    long[] shares = new long[2];
    ParallelTask task = (worker, workers) -> shares[worker]++;
    try (WorkerPool pool = new WorkerPool(2)) {
      pool.run((worker, workers) -> ids[worker] = Thread.currentThread().getId());
      pool.run(task);
      threads.getThreadAllocatedBytes(ids[0]);
      long before = threads.getThreadAllocatedBytes(ids[0]);
      long beforeOther = threads.getThreadAllocatedBytes(ids[1]);
      for (int run = 0; run < RUNS; run++) {
        pool.run(task);
      }
      assertEquals(beforeOther, threads.getThreadAllocatedBytes(ids[1]));
      assertEquals(before, threads.getThreadAllocatedBytes(ids[0]));
    }
  }

  @Test
  void saysWhatItCannotDo() {
    assertEquals(
        "A pool has at least 1 thread, not 0",
        assertThrows(IllegalArgumentException.class, () -> new WorkerPool(0)).getMessage());
    for (int threads : new int[] {1, 2}) {
      WorkerPool pool = new WorkerPool(threads);
      pool.close();
      pool.close();
      assertEquals(
          "The session is closed: open a new one",
          assertThrows(IllegalStateException.class, () -> pool.run((worker, workers) -> {}))
              .getMessage());
    }
  }
}
