package org.glissade.examples.report;

import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;

/** The columns of the table of a study, in the terminal and on the page alike. */
enum StudyColumn {
  CHAIN("chain", false, (study, cell) -> cell.chain()),
  ACCURACY("test accuracy", true, (study, cell) -> Format.percent(cell.accuracy().mean(), 2)),
  INTERVAL("±", true, (study, cell) -> points(cell.accuracy().halfWidth(), "")),
  GAIN("against the first", true, StudyColumn::gain),
  GAIN_INTERVAL("± ", true, StudyColumn::gainInterval),
  PROBABILITY("p", true, (study, cell) -> probability(study, cell, Sample::probabilityOfZero)),
  RANKS(
      "p by ranks", true, (study, cell) -> probability(study, cell, Sample::rankProbabilityOfZero)),
  DIVERGED("diverged", true, (study, cell) -> Format.share(cell.divergence())),
  COST("ms a step", true, (study, cell) -> milliseconds(cell.secondsPerStep()));

  private static final String NONE = "-";
  private static final double PERCENT = 100;
  private static final double MILLIS = 1000;
  private static final double SMALLEST = 0.001;

  private final String title;
  private final boolean numeric;
  private final BiFunction<StudyResults, StudyCell, String> cell;

  StudyColumn(String title, boolean numeric, BiFunction<StudyResults, StudyCell, String> cell) {
    this.title = title;
    this.numeric = numeric;
    this.cell = cell;
  }

  String title() {
    return title.strip();
  }

  /** Whether cells are aligned to the right. */
  boolean numeric() {
    return numeric;
  }

  String cell(StudyResults study, StudyCell chain) {
    return cell.apply(study, chain);
  }

  private static String gain(StudyResults study, StudyCell cell) {
    return isFirst(study, cell) ? NONE : points(study.gain(cell).mean(), "+");
  }

  private static String gainInterval(StudyResults study, StudyCell cell) {
    return isFirst(study, cell) ? NONE : points(study.gain(cell).halfWidth(), "");
  }

  private static String probability(
      StudyResults study, StudyCell cell, ToDoubleFunction<Sample> test) {
    double p = test.applyAsDouble(study.gain(cell));
    if (isFirst(study, cell) || Double.isNaN(p)) {
      return NONE;
    }
    return p < SMALLEST ? "<0.001" : String.format(Locale.ROOT, "%.3f", p);
  }

  private static boolean isFirst(StudyResults study, StudyCell cell) {
    return study.cells().get(0).equals(cell);
  }

  /** Percentage points with two decimals. */
  private static String points(double share, String plus) {
    return Double.isNaN(share)
        ? NONE
        : String.format(Locale.ROOT, "%" + plus + ".2f", PERCENT * share);
  }

  private static String milliseconds(double seconds) {
    return Double.isNaN(seconds) ? NONE : String.format(Locale.ROOT, "%.3f", MILLIS * seconds);
  }
}
