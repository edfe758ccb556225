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

/** One training step of {@link W1}, forwards to update, with each way of clipping. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class W1StepBenchmark {
  /** Chains whose cost is compared. */
  public enum Chains {
    /** Plain descent, without even a look for NaN. */
    PLAIN("non-finite(propagate) | sgd(0.1)"),
    /** Plain descent under the default policy. */
    STOP("sgd(0.1)"),
    /** A norm for each output unit. */
    CLIP_UNIT("clip-by-norm(1.0, extent=unit) | sgd(0.1)"),
    /** A norm for each parameter: the workload as the article has it. */
    CLIP_PARAMETER(W1.CHAIN),
    /** A norm for each layer. */
    CLIP_LAYER("clip-by-norm(1.0, extent=layer) | sgd(0.1)"),
    /** One norm. */
    CLIP_GLOBAL("clip-by-norm(1.0, extent=global) | sgd(0.1)"),
    /** Two states for each parameter. */
    ADAM("adam(0.001)");

    private final String text;

    Chains(String text) {
      this.text = text;
    }
  }

  @Param public Chains chain = Chains.PLAIN;

  @Param({"1", "2"})
  public int threads;

  private W1 workload;

  @Setup
  public void open() {
    workload = new W1(chain.text, threads);
  }

  @TearDown
  public void close() {
    workload.close();
  }

  @Benchmark
  public void step() {
    workload.step();
  }
}
