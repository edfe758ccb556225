package org.glissade.cpu.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A loop of too many Vector API calls is compiled, but not well: each vector becomes an object. So
 * kernels that still allocate once they are warm are also ten times too slow.
 */
@Tag("kernels")
class AllocationTest {
  private static final Kernels KERNELS = Kernels.best();
  private static final int N = 517;
  private static final long PATIENCE_NANOS = 60_000_000_000L;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private double sink;

  private List<Runnable> everyKernel() {
    float[] x = Numbers.random(new Random(1), 40 * N);
    float[] y = Numbers.random(new Random(2), 40 * N);
    float[] dst = new float[40 * N];
    byte[] bytes = new byte[2 * N];
    double[] acc = new double[N];
    float[] scratch = new float[KERNELS.scratchFloats(30, 77, 33, true, true)];
    List<Runnable> kernels = new ArrayList<>();
    FunctionsTest.functions().forEach(f -> kernels.add(() -> f.kernel().run(dst, 0, x, 1, N)));
    kernels.add(() -> sink += KERNELS.sum(x, 1, N));
    kernels.add(() -> sink += KERNELS.sumOfSquares(x, 1, N));
    kernels.add(() -> sink += KERNELS.dot(x, 1, y, 2, N));
    kernels.add(() -> sink += KERNELS.max(x, 1, N));
    kernels.add(() -> KERNELS.accumulateColumns(acc, 0, x, 1, N));
    kernels.add(() -> KERNELS.accumulateSquares(acc, 0, x, 1, N, 1));
    kernels.add(() -> KERNELS.widen(dst, 0, bytes, 1, N));
    for (int order = 0; order < 4; order++) {
      boolean ta = (order & 1) != 0;
      boolean tb = (order & 2) != 0;
      kernels.add(
          () ->
              KERNELS.matmul(
                  x,
                  0,
                  ta ? 30 : 33,
                  ta,
                  y,
                  0,
                  tb ? 33 : 77,
                  tb,
                  dst,
                  0,
                  77,
                  30,
                  77,
                  33,
                  0,
                  30,
                  scratch));
    }
    return kernels;
  }

  @Test
  void warmKernelsAllocateNothing() {
    List<Runnable> kernels = everyKernel();
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    List<Integer> allocating;
    do {
      allocating = new ArrayList<>();
      for (int i = 0; i < kernels.size(); i++) {
        if (allocatedBy(kernels.get(i)) > 0) {
          allocating.add(i);
        }
      }
    } while (!allocating.isEmpty() && System.nanoTime() < deadline);
    assertEquals(
        List.of(), allocating, KERNELS.describe() + ": kernels, by their place in the list");
  }

  private long allocatedBy(Runnable kernel) {
    long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    for (int call = 0; call < 500; call++) {
      kernel.run();
    }
    return threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
  }
}
