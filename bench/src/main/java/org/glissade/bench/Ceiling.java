package org.glissade.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.glissade.bench.contest.Stopwatch;
import org.glissade.bench.contest.Workload;
import org.glissade.cpu.CpuBackend;
import org.glissade.data.Dataset;
import org.glissade.mnist.Mnist;
import org.glissade.nn.EpochEvent;
import org.glissade.nn.StepEvent;
import org.glissade.nn.Trainer;
import org.glissade.nn.TrainingListener;
import org.glissade.transform.ChainReader;

/**
 * How near an epoch of {@link W1} comes to what the machine can do. In turns, in one JVM: epochs on
 * two threads; between them, on one thread, a loop of fused multiply-adds on registers, our matrix
 * product, and that of each {@link Peer}. The ceiling is twice the best figure of one thread; the
 * share is what the best epoch reached of it. On a busy machine every epoch is interrupted, so the
 * sum of the best time of each step is told as well, and what falls short gets two more rounds of
 * epochs. Exits with 1 if the share of the best epoch is below {@value #LEAST}.
 */
public final class Ceiling implements TrainingListener, AutoCloseable {
  /** The share that is asked for. */
  static final double LEAST = 0.25;

  private static final int THREADS = 2;
  private static final int ROUNDS = 3;
  private static final int EPOCHS = 20;
  private static final int TURNS = 100;
  private static final int FMA_ROUNDS = 10_000;
  private static final double GIGA = 1e9;
  private static final int SQUARE = 512;

  private final PrintStream out;
  private final double work;
  private final List<Product> products = new ArrayList<>();
  private final List<Stopwatch> singles = new ArrayList<>();
  private final StepTimes stepTimes;
  private double bestSeconds = Double.POSITIVE_INFINITY;
  private float sink;

  private Ceiling(PrintStream out, Dataset data) {
    this.out = out;
    this.work = Workload.W1.operations() * data.size() / GIGA;
    this.stepTimes = new StepTimes((data.size() + W1.BATCH - 1) / W1.BATCH);
    singles.add(
        new Stopwatch("FMA loop", Fma.operations(FMA_ROUNDS), () -> sink += Fma.run(FMA_ROUNDS)));
    addOurs(W1.BATCH, W1.BATCH, 784);
    addOurs(SQUARE, SQUARE, SQUARE);
    for (Peer peer : ServiceLoader.load(Peer.class)) {
      addPeer(peer, W1.BATCH, W1.BATCH, 784);
      addPeer(peer, SQUARE, SQUARE, SQUARE);
    }
  }

  /** Measures for some tens of seconds and prints what it finds. */
  public static void main(String[] args) {
    Dataset data = Mnist.load().train();
    try (Ceiling ceiling = new Ceiling(System.out, data);
        Trainer trainer =
            Trainer.of(W1.model(), ChainReader.load().read(W1.CHAIN))
                .backend(new CpuBackend())
                .threads(THREADS)
                .batch(W1.BATCH)
                .epochs(EPOCHS)
                .listener(ceiling)
                .build()) {
      ceiling.printHeader();
      boolean good = false;
      for (int round = 1; round <= ROUNDS && !good; round++) {
        trainer.epochs(round * EPOCHS);
        trainer.fit(data);
        good = ceiling.tell();
      }
      if (!good) {
        System.exit(1);
      }
    }
  }

  private void addOurs(int m, int n, int k) {
    Product product = new Product(m, n, k, false, false, 1);
    products.add(product);
    singles.add(new Stopwatch(label("ours", m, n, k), product.operations(), product::run));
  }

  private void addPeer(Peer peer, int m, int n, int k) {
    singles.add(new Stopwatch(label(peer.name(), m, n, k), 2L * m * n * k, peer.product(m, n, k)));
  }

  private static String label(String who, int m, int n, int k) {
    return who + " " + m + "x" + n + "x" + k;
  }

  private void printHeader() {
    String columns =
        singles.stream()
            .map(single -> "%26s".formatted(single.name()))
            .collect(Collectors.joining());
    out.printf("W1: %.1f GFLOP an epoch, on %d threads. One thread, GFLOP/s:%n", work, THREADS);
    out.printf("epoch %9s%s%n", "seconds", columns);
  }

  @Override
  public void stepped(StepEvent event) {
    stepTimes.ended(event.batch() - 1);
  }

  @Override
  public void epochEnded(EpochEvent event) {
    bestSeconds = Math.min(bestSeconds, event.seconds());
    String rates =
        singles.stream()
            .map(single -> String.format(Locale.ROOT, "%26.1f", single.measure(TURNS)))
            .collect(Collectors.joining());
    out.printf(Locale.ROOT, "%5d %9.3f%s%n", event.epoch(), event.seconds(), rates);
  }

  /** Prints the verdict and says whether it is good. */
  private boolean tell() {
    double single = singles.stream().mapToDouble(Stopwatch::best).max().orElse(0);
    double ceiling = THREADS * single;
    double share = work / bestSeconds / ceiling;
    boolean good = share >= LEAST;
    out.printf(
        Locale.ROOT,
        "Best epoch %.3f s = %.1f GFLOP/s. Ceiling %d x %.1f = %.1f GFLOP/s. Share %.3f, at least"
            + " %.2f asked for: %s%n",
        bestSeconds,
        work / bestSeconds,
        THREADS,
        single,
        ceiling,
        share,
        LEAST,
        good ? "passed" : "FAILED");
    double steps = stepTimes.seconds();
    out.printf(
        Locale.ROOT,
        "Steps without interruption: %.3f s an epoch, share %.3f.%n",
        steps,
        work / steps / ceiling);
    return good;
  }

  @Override
  public void close() {
    products.forEach(Product::close);
  }
}
