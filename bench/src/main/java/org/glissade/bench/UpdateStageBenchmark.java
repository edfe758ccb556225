package org.glissade.bench;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.glissade.tensor.Parameter;
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
 * The update stage alone, gradients given, beside a plain copy of an array; {@code giga}: GB/s read
 * and written.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class UpdateStageBenchmark {
  private static final String CHAIN =
      "clip-by-norm(1.0, extent=global) | adam(1.0) | weight-decay(0.01) | learning-rate(0.001)";

  /** How many elements in how many tensors. */
  public enum Size {
    /** The parameters of W1: about 110,000 elements in 6 tensors. */
    W1 {
      @Override
      List<Shape> shapes() {
        return org.glissade.bench.W1.model().layout().parameters().stream()
            .map(Parameter::shape)
            .toList();
      }
    },
    /** 10 million elements in 100 tensors. */
    TEN_MILLION {
      @Override
      List<Shape> shapes() {
        return Collections.nCopies(100, Shape.of(400, 250));
      }
    };

    abstract List<Shape> shapes();
  }

  /** An update stage that is ready. */
  @State(Scope.Benchmark)
  public static class Ready {
    @Param public Size size = Size.W1;

    @Param({"1", "2"})
    public int threads;

    private UpdateStageProgram program;

    @Setup
    public void open() {
      program = new UpdateStageProgram(CHAIN, size.shapes(), threads);
    }

    @TearDown
    public void close() {
      program.close();
    }
  }

  /** Two arrays as long as the parameters. */
  @State(Scope.Benchmark)
  public static class Arrays {
    @Param public Size size = Size.W1;

    private float[] from;
    private float[] to;

    @Setup
    public void allocate() {
      int elements = size.shapes().stream().mapToInt(Shape::size).sum();
      from = new float[elements];
      to = new float[elements];
    }
  }

  @Benchmark
  public void update(Ready ready, Rate rate) {
    ready.program.run();
    rate.giga += ready.program.bytes();
  }

  @Benchmark
  public float[] plainCopy(Arrays arrays, Rate rate) {
    System.arraycopy(arrays.from, 0, arrays.to, 0, arrays.from.length);
    rate.giga += 2L * Float.BYTES * arrays.from.length;
    return arrays.to;
  }
}
