package org.glissade.nn;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.glissade.backend.Program;

/** What listeners see of a call of fit. */
final class ActiveRun implements TrainingRun {
  private static final String REPORT = "report/";

  private final Model model;
  private final Purpose.Train purpose;
  private final Listeners listeners;
  private final Supplier<RunState> state;
  private final Map<String, String> reports = new HashMap<>();
  private final LastOutputs outputs;

  ActiveRun(
      Model model,
      Purpose.Train purpose,
      Listeners listeners,
      Supplier<RunState> state,
      Program first) {
    this.model = model;
    this.purpose = purpose;
    this.listeners = listeners;
    this.state = state;
    this.outputs = new LastOutputs(first);
    for (String output : first.plan().outputs().keySet()) {
      if (output.startsWith(REPORT)) {
        reports.put(output.substring(REPORT.length()), output);
      }
    }
  }

  /** Takes note of the run whose outputs are those of the step that listeners hear of next. */
  void tells(Program program, int back) {
    outputs.are(program, back);
  }

  @Override
  public List<String> layers() {
    return model.layout().layers();
  }

  @Override
  public double[] norms() {
    double[] norms = new double[layers().size()];
    norms(norms);
    return norms;
  }

  @Override
  public boolean knowsNorms() {
    return purpose.norms();
  }

  @Override
  public void norms(double[] into) {
    if (!knowsNorms()) {
      throw new IllegalStateException(
          "Norms of layers are not computed: ask for them with norms() when the trainer is built");
    }
    outputs.read("norms", into);
  }

  @Override
  public Set<String> reports() {
    return new TreeSet<>(reports.keySet());
  }

  @Override
  public double[] report(String name) {
    double[] numbers = new double[outputs.size(output(name))];
    report(name, numbers);
    return numbers;
  }

  @Override
  public void report(String name, double[] into) {
    outputs.read(output(name), into);
  }

  private String output(String report) {
    String output = reports.get(report);
    if (output == null) {
      throw new IllegalArgumentException(
          "The chain has no report %s: it has %s".formatted(report, reports()));
    }
    return output;
  }

  @Override
  public List<LinkNorms> links() {
    return model.observations(purpose).stream().map(seen -> new LinkNorms(seen, outputs)).toList();
  }

  @Override
  public RunState state() {
    return state.get();
  }

  @Override
  public void announce(CheckpointEvent event) {
    listeners.each(listener -> listener.checkpointWritten(event));
  }
}
