package org.glissade.bench;

import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.glissade.bench.contest.AdamStep;
import org.glissade.bench.contest.Seconds;
import org.glissade.bench.contest.Work;

/**
 * The memory's bandwidth: GB/s, read and written, of {@code arraycopy} and of a vector loop from
 * one array to another, and of a vector loop that changes an array in place. Each thread works on
 * arrays of its own; together they are as long as the parameters of {@link AdamStep}.
 */
final class CopyRate implements Work {
  private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
  private static final float FACTOR = 0.999f;
  private static final double GIGA = 1e9;

  private final float[][] from;
  private final float[][] to;
  private final long bytes;

  CopyRate(int threads) {
    int length = AdamStep.TENSORS * AdamStep.ROWS * AdamStep.COLUMNS / threads;
    from = new float[threads][length];
    to = new float[threads][length];
    bytes = 2L * Float.BYTES * length * threads * AdamStep.REPEATS;
  }

  @Override
  public double[] turn() {
    return new double[] {
      rate(part -> System.arraycopy(from[part], 0, to[part], 0, from[part].length)),
      rate(part -> copy(from[part], to[part])),
      rate(part -> scale(from[part]))
    };
  }

  /** The threads do not meet between repeats, so that nothing but the memory is waited for. */
  private double rate(IntConsumer work) {
    Thread[] threads =
        IntStream.range(0, from.length)
            .mapToObj(part -> new Thread(() -> repeat(work, part)))
            .toArray(Thread[]::new);
    double seconds =
        Seconds.of(
            () -> {
              for (Thread thread : threads) {
                thread.start();
              }
              for (Thread thread : threads) {
                join(thread);
              }
            });
    return bytes / seconds / GIGA;
  }

  private static void repeat(IntConsumer work, int part) {
    for (int i = 0; i < AdamStep.REPEATS; i++) {
      work.accept(part);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while copying", e);
    }
  }

  private static void copy(float[] source, float[] target) {
    int end = LANES.loopBound(source.length);
    for (int i = 0; i < end; i += LANES.length()) {
      FloatVector.fromArray(LANES, source, i).intoArray(target, i);
    }
    System.arraycopy(source, end, target, end, source.length - end);
  }

  private static void scale(float[] values) {
    int end = LANES.loopBound(values.length);
    for (int i = 0; i < end; i += LANES.length()) {
      FloatVector.fromArray(LANES, values, i).mul(FACTOR).intoArray(values, i);
    }
    for (int i = end; i < values.length; i++) {
      values[i] *= FACTOR;
    }
  }
}
