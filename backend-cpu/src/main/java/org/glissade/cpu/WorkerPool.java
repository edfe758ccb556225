package org.glissade.cpu;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The threads of a session: the caller is worker 0, daemons are the others. {@link #run} is one
 * barrier and allocates nothing. Who waits spins for some microseconds and then parks, so that a
 * busy machine is not kept from its work; where spinning was in vain it is shorter the next time.
 * Used by one thread at a time.
 */
final class WorkerPool implements AutoCloseable {
  private static final ParallelTask NOTHING = (worker, workers) -> {};

  private final int threads;
  private final Worker[] workers;
  private final AtomicInteger unfinished = new AtomicInteger();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private final long mostPatience;
  private final Patience patience;
  private volatile ParallelTask task = NOTHING;
  private volatile int round;
  private volatile boolean closed;
  private volatile @Nullable Thread waiting;

  /** A pool of this many workers, the caller counted. */
  WorkerPool(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("A pool has at least 1 thread, not " + threads);
    }
    this.threads = threads;
    this.mostPatience = Patience.most(threads, Runtime.getRuntime().availableProcessors());
    this.patience = new Patience(mostPatience);
    this.workers = new Worker[threads - 1];
    for (int i = 0; i < workers.length; i++) {
      workers[i] = new Worker(i + 1);
      workers[i].start();
    }
  }

  /** How many workers there are, the caller counted. */
  int threads() {
    return threads;
  }

  /**
   * Runs a task on all workers and returns when every share is done; throws what the first failing
   * share threw.
   */
  void run(ParallelTask some) {
    if (closed) {
      throw new IllegalStateException("The session is closed: open a new one");
    }
    if (threads == 1) {
      some.run(0, 1);
      return;
    }
    unfinished.set(workers.length);
    task = some;
    wake();
    share(some, 0);
    await();
    rethrow();
  }

  private void wake() {
    round++;
    for (Worker worker : workers) {
      if (worker.parked) {
        LockSupport.unpark(worker);
      }
    }
  }

  private void share(ParallelTask some, int worker) {
    try {
      some.run(worker, threads);
    } catch (Throwable thrown) {
      Throwable first = failure.compareAndExchange(null, thrown);
      if (first != null && first != thrown) {
        first.addSuppressed(thrown);
      }
    }
  }

  private void await() {
    boolean interrupted = false;
    long start = System.nanoTime();
    while (unfinished.get() != 0) {
      if (patience.lasts(System.nanoTime() - start)) {
        Thread.onSpinWait();
        continue;
      }
      waiting = Thread.currentThread();
      if (unfinished.get() != 0) {
        LockSupport.park(this);
        interrupted |= Thread.interrupted();
      }
      waiting = null;
    }
    patience.learn(System.nanoTime() - start);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void rethrow() {
    Throwable thrown = failure.getAndSet(null);
    if (thrown instanceof Error error) {
      throw error;
    }
    if (thrown instanceof RuntimeException exception) {
      throw exception;
    }
  }

  /** Ends the threads. */
  @Override
  public void close() {
    closed = true;
    wake();
    boolean interrupted = false;
    for (Worker worker : workers) {
      while (worker.isAlive()) {
        try {
          worker.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private final class Worker extends Thread {
    private final int number;
    private final Patience ownPatience = new Patience(mostPatience);
    private volatile boolean parked;

    Worker(int number) {
      super("glissade-" + number);
      this.number = number;
      setDaemon(true);
    }

    @Override
    public void run() {
      int seen = 0;
      while (true) {
        awaitRound(seen);
        if (closed) {
          return;
        }
        seen++;
        share(task, number);
        if (unfinished.decrementAndGet() == 0) {
          LockSupport.unpark(waiting);
        }
      }
    }

    private void awaitRound(int seen) {
      long start = System.nanoTime();
      while (round == seen) {
        if (ownPatience.lasts(System.nanoTime() - start)) {
          Thread.onSpinWait();
          continue;
        }
        parked = true;
        if (round == seen) {
          LockSupport.park(WorkerPool.this);
          interrupted();
        }
        parked = false;
      }
      ownPatience.learn(System.nanoTime() - start);
    }
  }
}
