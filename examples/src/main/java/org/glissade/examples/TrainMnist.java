package org.glissade.examples;

import com.google.inject.Guice;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.glissade.backend.BackendChoice;
import org.glissade.backend.BackendSelector;
import org.glissade.examples.report.Environment;
import org.glissade.examples.report.OutputFolder;
import org.glissade.examples.report.Results;
import org.glissade.examples.report.StudyResults;
import org.glissade.mnist.Mnist;
import org.glissade.nn.OutputException;
import org.glissade.nn.inject.GlissadeModule;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The main job: real networks on MNIST, with each way of taming their gradients. */
@Command(
    name = "train-mnist",
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpWidth = 100,
    customSynopsis = "train-mnist [OPTIONS]",
    description = {
      "Trains networks on MNIST and tells which gradients explode, which networks die and which"
          + " learn. Without --transform it makes the default job, seven runs; there an option"
          + " replaces the setting of every run.",
      ""
    },
    footer = {
      "",
      "From Maven: mvn -q -Dquick -pl examples -am compile exec:java -Dexec.args='[OPTIONS]'"
    })
public final class TrainMnist implements Callable<Integer> {
  private static final double NANOS = 1e9;

  private final PrintStream out;
  private final PrintStream err;
  private final Instant begin = Instant.now();

  @Mixin private final Options options = new Options();

  /** Takes half a second, while the options and the data are read. */
  private final CompletableFuture<Offers> offers =
      CompletableFuture.supplyAsync(TrainMnist::findOffers, TrainMnist::inBackground);

  private TrainMnist(Terminal terminal) {
    this.out = terminal.out();
    this.err = terminal.err();
  }

  /** Exits with 0, with 2 where what was given cannot be used, or with 1. */
  public static void main(String[] args) {
    // Guice's other ways of loading classes go through Unsafe, of which newer JVMs warn.
    System.getProperties().putIfAbsent("guice_custom_class_loading", "CHILD");
    int code = execute(Terminal.ofSystem(), args);
    if (code != 0) {
      System.exit(code);
    }
  }

  static int execute(Terminal terminal, String... args) {
    Mistakes mistakes = new Mistakes(terminal.err());
    return new CommandLine(new TrainMnist(terminal))
        .setOut(terminal.writer(terminal.out()))
        .setErr(terminal.writer(terminal.err()))
        .setParameterExceptionHandler(mistakes)
        .setExecutionExceptionHandler(mistakes)
        .execute(args);
  }

  @Override
  public Integer call() {
    if (options.list) {
      out.print(new ListText(ready(offers)).print());
      return CommandLine.ExitCode.OK;
    }
    Mnist data = options.data == null ? Mnist.load() : Mnist.load(options.data);
    Offers found = ready(offers);
    BackendChoice backend = choose(found.selector());
    int threads = options.threads();
    options.checkTogether();
    List<Prepared> runs = new Preparation(found, data).prepare(trials());
    if (options.explain) {
      out.print(new ExplainText(runs.get(runs.size() - 1), data.train(), found).print());
      return CommandLine.ExitCode.OK;
    }
    Optional<Checkpoints> checkpoints = options.checkpoints(runs, data);
    StepFiles files = options.stepFiles(runs);
    if (options.advise == null) {
      OutputFolder.checkWritable(options.folders(files));
    }
    runs.forEach(run -> run.lint(found).forEach(advice -> err.println("warning: " + advice)));
    out.println(backend.reason() + (threads == 0 ? "" : "; --threads " + threads));
    try (Interrupt interrupt = Interrupt.install()) {
      Runner runner =
          new Runner(backend.backend(), threads, options.seed, data, interrupt, checkpoints);
      if (options.study != null) {
        study(runner, runs, options.study);
      } else if (options.advise != null) {
        Prepared plain = runs.get(0);
        out.print(
            new AdviceText(new Advisor(runner, plain, options.advise, found, out).advise())
                .print());
      } else {
        make(runs, new Job(runner, files, out), data);
      }
    }
    return CommandLine.ExitCode.OK;
  }

  private static Offers findOffers() {
    return Guice.createInjector(new GlissadeModule()).getInstance(Offers.class);
  }

  /** On a thread that loads classes as the caller does, which those of the common pool do not. */
  private static void inBackground(Runnable task) {
    Thread thread = new Thread(task, "glissade-offers");
    thread.setDaemon(true);
    thread.start();
  }

  private static Offers ready(CompletableFuture<Offers> offers) {
    try {
      return offers.join();
    } catch (CompletionException failure) {
      if (failure.getCause() instanceof RuntimeException known) {
        throw known;
      }
      throw failure;
    }
  }

  /** Where a run cannot write what it should, what was done before it is told all the same. */
  private void make(List<Prepared> runs, Job job, Mnist data) {
    try {
      job.run(runs);
    } catch (OutputException failure) {
      if (!job.results().isEmpty()) {
        tell(job, data);
      }
      throw failure;
    }
    tell(job, data);
  }

  private void tell(Job job, Mnist data) {
    Results results = new Results(environment(job.backend(), data), job.results());
    new Telling(out, options.out).tell(results);
  }

  private List<Trial> trials() {
    return options.study == null || options.transform == null
        ? options.trials()
        : options.studied(options.transform);
  }

  private void study(Runner runner, List<Prepared> chains, int seeds) {
    StudyJob job = new StudyJob(runner, out);
    job.run(chains, seeds);
    new Telling(out, options.out)
        .tell(
            StudyResults.of(
                environment(job.backend(), runner.data()),
                chains.get(0).settings(0).summary(),
                chains.stream().map(chain -> chain.trial().transform()).toList(),
                job.runs()));
  }

  private Environment environment(String backend, Mnist data) {
    return new Environment(
        Version.number(),
        Machine.java(),
        Machine.describe(),
        backend,
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
