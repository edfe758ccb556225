package org.glissade.examples.report;

import java.util.function.Function;

/** The columns of the table of runs, in the terminal and on the page alike. */
enum Column {
  RUN("run", false, RunResult::name),
  TRANSFORM("transform", false, RunResult::transform),
  LOSS("loss", true, run -> ifMeasured(run, Format.number(run.finalLoss()))),
  ACCURACY("test accuracy", true, run -> Format.percent(run.finalAccuracy(), 2)),
  LARGEST_NORM("largest gradient norm", true, run -> Format.number(run.largestGradientNorm())),
  ACTED("acted", true, run -> Format.share(run.actedShare())),
  EXPLODED("exploded", false, Column::exploded),
  DIED("died", false, Column::died),
  SECONDS("seconds", true, run -> Format.seconds(run.seconds()));

  private final String title;
  private final boolean numeric;
  private final Function<RunResult, String> cell;

  Column(String title, boolean numeric, Function<RunResult, String> cell) {
    this.title = title;
    this.numeric = numeric;
    this.cell = cell;
  }

  String title() {
    return title;
  }

  /** Whether cells are aligned to the right. */
  boolean numeric() {
    return numeric;
  }

  String cell(RunResult run) {
    return cell.apply(run);
  }

  private static String ifMeasured(RunResult run, String text) {
    return run.epochs().isEmpty() ? "-" : text;
  }

  private static String exploded(RunResult run) {
    return run.explosion().map(e -> "step " + e.step() + ", " + e.layer()).orElse("no");
  }

  private static String died(RunResult run) {
    return run.death().map(d -> d.layer() + ", " + Format.share(d.zeroShare())).orElse("no");
  }
}
