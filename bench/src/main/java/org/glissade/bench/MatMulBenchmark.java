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

/** Matrix products, beside a loop that does nothing but multiply and add; {@code giga}: GFLOP/s. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class MatMulBenchmark {
  private static final int ROUNDS = 100_000;

  /** m × n × k: those of W1, one square, and one whose sides fit no register block. */
  public enum Size {
    /** The first layer of W1 forwards. */
    W1_FORWARD(128, 128, 784),
    /** The gradient of its weights. */
    W1_BACKWARD(784, 128, 128),
    /** The last layer of W1. */
    W1_LAST(128, 10, 64),
    /** A square. */
    SQUARE_512(512, 512, 512),
    /** Sides that are prime. */
    PRIME(127, 131, 257);

    private final int m;
    private final int n;
    private final int k;

    Size(int m, int n, int k) {
      this.m = m;
      this.n = n;
      this.k = k;
    }
  }

  /** Which factors lie transposed in memory. */
  public enum Order {
    /** Neither: a layer forwards. */
    NN,
    /** The first: the gradient of weights. */
    TN,
    /** The second: the gradient of a layer's inputs. */
    NT
  }

  /** A product that is ready. */
  @State(Scope.Benchmark)
  public static class Ready {
    @Param public Size size = Size.W1_FORWARD;

    @Param public Order order = Order.NN;

    @Param({"1", "2"})
    public int threads;

    private Product product;

    @Setup
    public void open() {
      boolean transposeA = order == Order.TN;
      boolean transposeB = order == Order.NT;
      product = new Product(size.m, size.n, size.k, transposeA, transposeB, threads);
    }

    @TearDown
    public void close() {
      product.close();
    }
  }

  @Benchmark
  public void product(Ready ready, Rate rate) {
    ready.product.run();
    rate.giga += ready.product.operations();
  }

  @Benchmark
  public float fmaLoop(Rate rate) {
    rate.giga += Fma.operations(ROUNDS);
    return Fma.run(ROUNDS);
  }
}
