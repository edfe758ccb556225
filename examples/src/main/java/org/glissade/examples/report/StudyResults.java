package org.glissade.examples.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Several chains from the same weights and data orders. The first chain is what the others are
 * compared with; only seeds that all chains ran count.
 *
 * @param environment where it ran; its seed is the first
 * @param setting what all runs have in common, in one line
 * @param cells the chains in the order in which they were given
 */
public record StudyResults(Environment environment, String setting, List<StudyCell> cells) {
  public StudyResults {
    cells = List.copyOf(cells);
  }

  /** The results of runs that are ordered by seed and, for each, by chain. */
  public static StudyResults of(
      Environment environment, String setting, List<String> chains, List<StudyRun> runs) {
    int seeds = runs.size() / chains.size();
    List<StudyCell> cells = new ArrayList<>();
    for (int c = 0; seeds > 0 && c < chains.size(); c++) {
      List<StudyRun> own = new ArrayList<>();
      for (int s = 0; s < seeds; s++) {
        own.add(runs.get(s * chains.size() + c));
      }
      cells.add(new StudyCell(chains.get(c), own));
    }
    return new StudyResults(environment, setting, cells);
  }

  /** How much more accurate a chain is than the first, seed by seed. */
  Sample gain(StudyCell cell) {
    return Sample.ofDifferences(cell.accuracy(), cells.get(0).accuracy());
  }

  /** What is said above the table. */
  String headline() {
    int seeds = cells.isEmpty() ? 0 : cells.get(0).runs().size();
    return "%s, %s: %s"
        .formatted(Format.count(cells.size(), "chain"), Format.count(seeds, "seed"), setting);
  }
}
