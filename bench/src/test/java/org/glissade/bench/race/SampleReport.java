package org.glissade.bench.race;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A report in which everything occurs that can occur. */
final class SampleReport {
  private SampleReport() {}

  static Report report() {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("processor", "Some <CPU> & more");
    environment.put("cores", "2");
    return new Report(environment, List.of(epochs(), cost()));
  }

  private static Section epochs() {
    Row ours =
        Row.of("Glissade", "2 threads, passive", true, sample(0.2, 0.18, 0.21))
            .withShare(0.8125)
            .withAccuracy(0.9712);
    Row single =
        Row.of("Glissade", "1 thread, passive", true, sample(0.31, 0.3, 0.33))
            .withShare(0.7)
            .withAccuracy(0.9712);
    Row rival =
        Row.of("Slow & steady", "2 threads, active", false, sample(0.5, 1.25, 0.6))
            .withAccuracy(0.9512)
            .noting("it has no clipping by norm");
    Row other = Row.of("Other", "1 thread, passive", false, sample(1234.5, 1500.0, 1100.0));
    Row absent = Row.absent("Absent", "not here: its jars could not be had");
    List<Row> rows = Accuracy.checked(List.of(ours, single, rival, other, absent));
    return new Section(
            "W1", "784-128-64-10, batch 128", "s", rows, List.of("27.3 GFLOP an epoch", "a note"))
        .compared();
  }

  private static Section cost() {
    Row row = Row.of("extent=unit", "2 threads, passive", true, sample(1.01, 1.03));
    return new Section("cost", "clipping ÷ plain", "times", List.of(row), List.of());
  }

  private static Sample sample(Double... values) {
    return new Sample(List.of(values));
  }
}
