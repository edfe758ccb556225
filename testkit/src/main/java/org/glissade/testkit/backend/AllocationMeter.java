package org.glissade.testkit.backend;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.LongStream;
import org.opentest4j.TestAbortedException;

/** Counts what the threads of this JVM allocate. */
final class AllocationMeter {
  private final ThreadMXBean threads;

  AllocationMeter() {
    if (!(ManagementFactory.getThreadMXBean() instanceof ThreadMXBean bean)
        || !bean.isThreadAllocatedMemorySupported()) {
      throw new TestAbortedException("This JVM does not count what its threads allocate");
    }
    this.threads = bean;
    bean.setThreadAllocatedMemoryEnabled(true);
  }

  /** Bytes that were allocated during an action, on all threads, also those that it started. */
  long bytes(Runnable action) {
    long[] ids = threads.getAllThreadIds();
    long[] before = new long[ids.length];
    long[] after = new long[ids.length];
    read(ids, before);
    action.run();
    read(ids, after);
    long total = 0;
    for (int i = 0; i < ids.length; i++) {
      total += Math.max(0, after[i] - before[i]);
    }
    return total + ofOthers(ids);
  }

  private void read(long[] ids, long[] into) {
    for (int i = 0; i < ids.length; i++) {
      into[i] = threads.getThreadAllocatedBytes(ids[i]);
    }
  }

  private long ofOthers(long[] ids) {
    return LongStream.of(threads.getAllThreadIds())
        .filter(id -> LongStream.of(ids).noneMatch(known -> known == id))
        .map(id -> Math.max(0, threads.getThreadAllocatedBytes(id)))
        .sum();
  }
}
