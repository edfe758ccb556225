package org.glissade.examples;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.glissade.backend.BackendChoice;
import org.glissade.backend.BackendProvider;
import org.glissade.backend.BackendSelector;
import org.glissade.examples.report.Environment;
import org.glissade.examples.report.OutputFolder;
import org.glissade.examples.report.Results;
import org.glissade.examples.report.RunResult;
import org.glissade.layer.LayerProvider;
import org.glissade.mnist.Mnist;
import org.glissade.spi.Catalog;
import org.glissade.transform.GradientTransformProvider;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The main job: real networks on MNIST, with each way of taming their gradients. */
@Command(
    name = "train-mnist",
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Trains networks on MNIST and shows which gradients explode, which networks die and which"
          + " learn. Without --transform it makes the default job: seven runs."
    })
public final class TrainMnist implements Callable<Integer> {
  private static final double NANOS = 1e9;

  private final PrintStream out;
  private final Instant begin = Instant.now();

  @Mixin private final Options options = new Options();

  private TrainMnist(PrintStream out) {
    this.out = out;
  }

  /** Exits with 0, with 2 where what was given cannot be used, or with 1. */
  public static void main(String[] args) {
    int code = execute(Terminal.ofSystem(), args);
    if (code != 0) {
      System.exit(code);
    }
  }

  static int execute(Terminal terminal, String... args) {
    Mistakes mistakes = new Mistakes(terminal.err());
    return new CommandLine(new TrainMnist(terminal.out()))
        .setOut(terminal.writer(terminal.out()))
        .setErr(terminal.writer(terminal.err()))
        .setParameterExceptionHandler(mistakes)
        .setExecutionExceptionHandler(mistakes)
        .execute(args);
  }

  @Override
  public Integer call() {
    Catalog<GradientTransformProvider> transforms = Catalog.load(GradientTransformProvider.class);
    Catalog<LayerProvider> layers = Catalog.load(LayerProvider.class);
    Catalog<BackendProvider> backends = Catalog.load(BackendProvider.class);
    if (options.list) {
      out.print(new ListText(transforms, layers, backends).print());
      return CommandLine.ExitCode.OK;
    }
    BackendChoice backend = choose(new BackendSelector(backends));
    Mnist data = options.data == null ? Mnist.load() : Mnist.load(options.data);
    List<Prepared> runs = new Preparation(transforms, layers, data).prepare(options.trials());
    if (options.explain) {
      out.print(new ExplainText(runs.get(runs.size() - 1), data.train(), transforms).print());
      return CommandLine.ExitCode.OK;
    }
    OutputFolder.checkWritable(options.out);
    try (Interrupt interrupt = Interrupt.install()) {
      int threads = options.threads == null ? 0 : options.threads;
      Runner runner = new Runner(backend.backend(), threads, options.seed, data, interrupt);
      Job job = new Job(runner, out);
      List<RunResult> results = job.run(runs);
      job.tell(new Results(environment(backend, data), results), options.out);
    }
    return CommandLine.ExitCode.OK;
  }

  private Environment environment(BackendChoice backend, Mnist data) {
    return new Environment(
        Version.number(),
        Machine.java(),
        Machine.describe(),
        backend.reason(),
        options.threads == null ? 0 : options.threads,
        dataSet(data),
        data.train().classes(),
        options.seed,
        begin,
        Duration.between(begin, Instant.now()).toNanos() / NANOS);
  }

  /** The bundled data under the name that people know, others under that of their folder. */
  private String dataSet(Mnist data) {
    return options.data == null ? "MNIST" : data.train().name().replaceFirst("/train$", "");
  }

  private BackendChoice choose(BackendSelector selector) {
    try {
      return selector.select(Optional.ofNullable(options.backend));
    } catch (IllegalArgumentException mistake) {
      throw InputException.of(mistake);
    }
  }
}
