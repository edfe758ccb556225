package org.glissade.bench.race;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Whether rivals learn as much as we do: who computes less than it should is fast for nothing. */
final class Accuracy {
  private static final double POINT = 0.01;

  private Accuracy() {}

  /** Notes on each row that is more than a point below the first of ours. */
  static List<Row> checked(List<Row> rows) {
    OptionalDouble ours =
        rows.stream()
            .filter(row -> row.ours() && row.accuracy().isPresent())
            .mapToDouble(row -> row.accuracy().getAsDouble())
            .findFirst();
    return ours.isEmpty()
        ? rows
        : rows.stream().map(row -> checked(row, ours.getAsDouble())).toList();
  }

  private static Row checked(Row row, double ours) {
    double behind = ours - row.accuracy().orElse(ours);
    return behind <= POINT
        ? row
        : row.noting(
            String.format(Locale.ROOT, "its accuracy is %.1f points below ours", behind / POINT));
  }
}
