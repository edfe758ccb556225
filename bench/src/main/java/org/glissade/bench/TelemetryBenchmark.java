package org.glissade.bench;

import java.util.concurrent.TimeUnit;
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
 * What telemetry costs in the update stage of W1: nothing read, the norms that the chain takes
 * anyway read in each step, and all norms before and after each link taken and read.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(3)
public class TelemetryBenchmark {
  /** Which norms before and after each link are read. */
  public enum Level {
    /** None. */
    OFF,
    /** Those that the chain takes anyway. */
    KNOWN,
    /** All. */
    MEASURED
  }

  /** A chain without arithmetic of its own, and one with. */
  @Param({
    "clip-by-norm(1.0, extent=parameter) | sgd(0.1)",
    "clip-by-norm(1.0, extent=parameter) | adam(0.001)"
  })
  public String chain = "";

  @Param public Level telemetry = Level.OFF;

  @Param({"1", "2"})
  public int threads;

  private UpdateStageProgram program;

  @Setup
  public void open() {
    program =
        new UpdateStageProgram(chain, UpdateStageBenchmark.Size.W1.shapes(), threads, telemetry);
  }

  @TearDown
  public void close() {
    program.close();
  }

  @Benchmark
  public void update() {
    program.run();
  }
}
