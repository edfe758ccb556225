package org.glissade.bench;

import java.util.Collections;
import java.util.concurrent.TimeUnit;
import org.glissade.bench.contest.AdamStep;
import org.glissade.tensor.Shape;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What one more link costs: the first links of {@link UpdateChain#EVERYTHING} over 10 million
 * elements; {@code giga}: GB/s of the plan's bytes.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ChainBenchmark {
  @Param({"1", "2", "3", "4", "5", "6", "7", "8"})
  public int links;

  @Param({"1", "2"})
  public int threads;

  private UpdateStageProgram program;

  @Setup
  public void open() {
    Shape shape = Shape.of(AdamStep.ROWS, AdamStep.COLUMNS);
    program =
        new UpdateStageProgram(
            UpdateChain.EVERYTHING.first(links),
            Collections.nCopies(AdamStep.TENSORS, shape),
            threads);
  }

  @TearDown
  public void close() {
    program.close();
  }

  @Benchmark
  public void update(Rate rate) {
    program.run();
    rate.giga += program.bytes();
  }
}
