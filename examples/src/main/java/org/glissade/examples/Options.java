package org.glissade.examples;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.glissade.mnist.Mnist;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a person may ask of the main job. What is not given is null. */
final class Options {
  private static final int MOST_THREADS = 1024;

  @Option(
      names = "--transform",
      paramLabel = "TEXT",
      description =
          "Make one run with this chain instead of the default job, such as"
              + " \"clip-by-norm(1.0, extent=global) | adam(0.001)\".")
  @Nullable String transform;

  @Option(
      names = "--layers",
      paramLabel = "TEXT",
      description =
          "Widths of the hidden layers, or a whole network, such as"
              + " \"flatten | dense(128) | tanh | dense(10)\". Default: "
              + DefaultJob.LAYERS
              + ".")
  @Nullable String layers;

  @Option(
      names = "--init",
      paramLabel = "TEXT",
      description =
          "First values: he, lecun and xavier fill the weights and leave the biases at 0;"
              + " normal(SIGMA), truncated-normal(SIGMA), uniform(LOW, HIGH) and zeros fill both."
              + " Default: he.")
  @Nullable String init;

  @Option(
      names = "--scale",
      paramLabel = "X",
      converter = PixelFactor.class,
      description = "What pixels, 0 to 255, are multiplied by. Default: 1/255.")
  @Nullable Double scale;

  @Option(
      names = "--batch",
      paramLabel = "N",
      converter = Whole.class,
      description = "Examples of a step. Default: " + DefaultJob.BATCH + ".")
  @Nullable Integer batch;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      converter = Whole.class,
      description = "How often each run sees all examples. Default: " + DefaultJob.EPOCHS + ".")
  @Nullable Integer epochs;

  @Option(
      names = "--seed",
      paramLabel = "N",
      converter = SeedNumber.class,
      description = "Of first values, data order and noise. Default: ${DEFAULT-VALUE}.")
  long seed = 1;

  @Option(
      names = "--backend",
      paramLabel = "NAME",
      description = "What computes; --list tells which there are. Default: the best available.")
  @Nullable String backend;

  @Option(
      names = "--threads",
      paramLabel = "N",
      converter = Whole.class,
      description = "How many threads compute. Default: the backend chooses.")
  @Nullable Integer threads;

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description = "Four IDX files to use instead of MNIST, plain or gzip.")
  @Nullable Path data;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where report.html and results.json go. Default: ${DEFAULT-VALUE}.")
  Path out = Path.of("glissade-report");

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description =
          "Write loss and norms of each step as CSV; of several runs each has its own file, as"
              + " steps-1-none.csv.")
  @Nullable Path csv;

  @Option(
      names = "--tensorboard",
      paramLabel = "DIR",
      description =
          "Write the same as event files of TensorBoard; of several runs each has its own folder"
              + " in DIR.")
  @Nullable Path tensorBoard;

  @Option(
      names = "--checkpoint",
      paramLabel = "DIR",
      description = "Where the run of --transform leaves checkpoints, every 100 steps.")
  @Nullable Path checkpoint;

  @Option(
      names = "--resume",
      description = "Go on from the last checkpoint in the --checkpoint folder, if there is one.")
  boolean resume;

  @Option(
      names = "--study",
      paramLabel = "N",
      converter = Whole.class,
      description =
          "Compare the chain of --transform with those of --compare, or with usual clips before it,"
              + " over N seeds from --seed on; study.html and study.json go to the --out folder.")
  @Nullable Integer study;

  @Option(
      names = "--compare",
      paramLabel = "TEXT",
      description = "A chain of --study; may be given several times.")
  List<String> compare = new ArrayList<>();

  @Option(
      names = "--advise",
      paramLabel = "N",
      converter = Whole.class,
      description =
          "Measure gradient norms over N steps of --transform, try thresholds for a clip and norms"
              + " to renormalise to, first over N steps and then the best over all --epochs with up"
              + " to five seeds from --seed on, print which does best, and end.")
  @Nullable Integer advise;

  @Option(
      names = "--list",
      description = "Print transforms, schedules, layers and backends in detail, and end.")
  boolean list;

  @Option(
      names = "--explain",
      description = "Print the whole order of a step and its plan, and end.")
  boolean explain;

  /** The runs to be made. */
  List<Trial> trials() {
    require(
        init == null || layers == null || NetworkReader.isWidths(layers),
        "--init is for --layers given as widths; write it into the network,"
            + " as in dense(128, init=he)");
    return transform == null
        ? DefaultJob.trials().stream().map(this::changed).toList()
        : List.of(changed(DefaultJob.single(transform)));
  }

  /** The chains of a study, the first of which the others are compared with. */
  List<Trial> studied(String chain) {
    List<String> chains = new ArrayList<>(List.of(chain));
    chains.addAll(compare);
    Set<String> different = new HashSet<>();
    for (String each : chains) {
      require(different.add(each.strip()), "the chain '%s' is given twice".formatted(each));
    }
    return (compare.isEmpty() ? Grid.usual(chain) : chains)
        .stream().map(each -> changed(DefaultJob.single(each))).toList();
  }

  /** Whether options that exclude each other or need others are given so. */
  void checkTogether() {
    require(compare.isEmpty() || study != null, "--compare needs --study N, the number of seeds");
    require(study == null || advise == null, "--study and --advise are two jobs; give one");
    if (study != null || advise != null) {
      checkComparison(study != null ? "--study" : "--advise");
    }
  }

  /** Says at once what is missing and what is too much beside a job that compares runs. */
  private void checkComparison(String job) {
    List<String> mistakes = new ArrayList<>();
    if (transform == null) {
      mistakes.add(job + " needs --transform TEXT");
    }
    List<String> given = new ArrayList<>();
    addIf(checkpoint != null, "--checkpoint", given);
    addIf(csv != null, "--csv", given);
    addIf(tensorBoard != null, "--tensorboard", given);
    if (!given.isEmpty()) {
      String options = String.join(", nor ", given);
      mistakes.add("%s takes no %s: its runs are compared".formatted(job, options));
    }
    require(mistakes.isEmpty(), String.join("; ", mistakes));
  }

  private static void addIf(boolean holds, String option, List<String> options) {
    if (holds) {
      options.add(option);
    }
  }

  /** How many threads compute; 0 where the backend chooses. */
  int threads() {
    int number = or(threads, 0);
    require(
        number <= MOST_THREADS,
        "--threads must be at most %d, but was %d".formatted(MOST_THREADS, number));
    return number;
  }

  /** Where checkpoints go, for runs that were asked for them. */
  Optional<Checkpoints> checkpoints(List<Prepared> runs, Mnist data) {
    if (checkpoint == null) {
      require(!resume, "--resume needs --checkpoint DIR, the folder to resume from");
      return Optional.empty();
    }
    require(transform != null, "--checkpoint is for a single run; add --transform TEXT");
    return Optional.of(
        resume
            ? Checkpoints.resume(checkpoint, runs.get(0), seed, data)
            : Checkpoints.begin(checkpoint));
  }

  /**
   * Where the numbers of each step go.
   *
   * @throws InputException if a file's place is taken by a folder
   */
  StepFiles stepFiles(List<Prepared> runs) {
    StepFiles files =
        new StepFiles(Optional.ofNullable(csv), Optional.ofNullable(tensorBoard), runs.size() > 1);
    files.check(runs);
    return files;
  }

  /** The folders that are written to. */
  Path[] folders(StepFiles files) {
    List<Path> folders = new ArrayList<>(List.of(out));
    if (checkpoint != null) {
      folders.add(checkpoint);
    }
    folders.addAll(files.folders());
    return folders.toArray(Path[]::new);
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new InputException(message);
    }
  }

  /** The trial with what was asked for; what changes a comparison shows in its title. */
  private Trial changed(Trial trial) {
    return new Trial(
        trial.group() + (transform == null ? changes() : ""),
        trial.name(),
        trial.transform(),
        or(layers, trial.layers()),
        or(init, trial.init()),
        or(scale, trial.scale()),
        or(batch, trial.batch()),
        or(epochs, trial.epochs()));
  }

  private String changes() {
    List<String> changes = new ArrayList<>();
    note(changes, "--layers", layers);
    note(changes, "--init", init);
    note(changes, "--scale", scale);
    note(changes, "--batch", batch);
    note(changes, "--epochs", epochs);
    return changes.isEmpty() ? "" : " with " + String.join(" ", changes);
  }

  private static void note(List<String> changes, String option, @Nullable Object value) {
    if (value != null) {
      changes.add(option + " " + value);
    }
  }

  private static <T> T or(@Nullable T given, T otherwise) {
    return given == null ? otherwise : given;
  }
}
