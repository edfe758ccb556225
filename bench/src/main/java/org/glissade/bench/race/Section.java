package org.glissade.bench.race;

import java.util.List;
import java.util.OptionalDouble;

/**
 * One table of the race; less is better in all of them.
 *
 * @param id the workload's name, unique in a report
 * @param title what was done
 * @param unit of what was measured
 * @param rows one for each contestant
 * @param notes what belongs to all rows
 */
public record Section(String id, String title, String unit, List<Row> rows, List<String> notes) {
  /** Keeps copies. */
  public Section {
    rows = List.copyOf(rows);
    notes = List.copyOf(notes);
  }

  /** The same with the best rival's median divided by each median. */
  Section compared() {
    OptionalDouble best =
        rows.stream()
            .filter(row -> !row.ours())
            .flatMap(row -> row.sample().stream())
            .mapToDouble(Sample::median)
            .min();
    if (best.isEmpty()) {
      return this;
    }
    List<Row> compared =
        rows.stream()
            .map(
                row ->
                    row.sample()
                        .map(sample -> row.withRatio(best.getAsDouble() / sample.median()))
                        .orElse(row))
            .toList();
    return new Section(id, title, unit, compared, notes);
  }
}
