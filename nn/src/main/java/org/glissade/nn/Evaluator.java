package org.glissade.nn;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.glissade.backend.Program;
import org.glissade.data.Dataset;

/** Runs a model over a data set in chunks of one planned batch; the tail's surplus is ignored. */
final class Evaluator {
  private static final String ZEROS = "zeros/";

  private final Programs programs;
  private final Dataset data;
  private final int batch;
  private final Program program;
  private final float[] numbers;
  private final Optional<ConfusionMatrix> confusion;
  private final Map<String, Double> zeros = new LinkedHashMap<>();
  private double loss;

  Evaluator(Programs programs, Dataset data, int batch) {
    Model model = programs.model();
    model.check(data);
    this.programs = programs;
    this.data = data;
    this.batch = batch;
    this.program = programs.evaluate(batch, Examples.of(data));
    this.numbers = new float[batch];
    int classes = Math.max(2, Math.max(data.classes(), model.output().size()));
    this.confusion =
        program.plan().outputs().containsKey("classes")
            ? Optional.of(new ConfusionMatrix(classes))
            : Optional.empty();
    model.activations().forEach(layer -> zeros.put(layer, 0.0));
  }

  Evaluation run() {
    Chunk features = new Chunk(data.features(), batch);
    Chunk targets = new Chunk(data.targets(), batch);
    for (int from = 0; from < data.size(); from += batch) {
      int count = Math.min(batch, data.size() - from);
      programs.session().bind("evaluate.features", features.load(data.features(), from, count));
      programs.session().bind("evaluate.targets", targets.load(data.targets(), from, count));
      program.run();
      loss += sum("losses", count);
      zeros.replaceAll((layer, before) -> before + sum(ZEROS + layer, count));
      if (confusion.isPresent()) {
        countClasses(confusion.get(), from, count);
      }
    }
    int n = data.size();
    zeros.replaceAll((layer, total) -> total / n);
    return new Evaluation(n, loss / n, confusion, zeros);
  }

  private double sum(String output, int count) {
    program.read(output, numbers);
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += numbers[i];
    }
    return sum;
  }

  private void countClasses(ConfusionMatrix matrix, int from, int count) {
    program.read("classes", numbers);
    for (int i = 0; i < count; i++) {
      matrix.add((int) data.targets().value(from + i, 0), (int) numbers[i]);
    }
  }
}
