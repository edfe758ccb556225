package org.glissade.nn;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.glissade.backend.Program;
import org.glissade.plan.View;

/** What listeners see of a call of fit: the outputs of the program that ran last. */
final class ActiveRun implements TrainingRun {
  private static final String REPORT = "report/";

  private final Model model;
  private final Listeners listeners;
  private final Supplier<RunState> state;
  private Program program;

  ActiveRun(Model model, Listeners listeners, Supplier<RunState> state, Program first) {
    this.model = model;
    this.listeners = listeners;
    this.state = state;
    this.program = first;
  }

  /** Takes note of the program whose outputs are now those of the last step. */
  void ran(Program last) {
    program = last;
  }

  @Override
  public List<String> layers() {
    return model.layout().layers();
  }

  @Override
  public double[] norms() {
    if (!program.plan().outputs().containsKey("norms")) {
      throw new IllegalStateException(
          "Norms of layers are not computed: ask for them with norms() when the trainer is built");
    }
    return read("norms");
  }

  @Override
  public Set<String> reports() {
    Set<String> names = new TreeSet<>();
    for (String output : program.plan().outputs().keySet()) {
      if (output.startsWith(REPORT)) {
        names.add(output.substring(REPORT.length()));
      }
    }
    return names;
  }

  @Override
  public double[] report(String name) {
    if (!program.plan().outputs().containsKey(REPORT + name)) {
      throw new IllegalArgumentException(
          "The chain has no report %s: it has %s".formatted(name, reports()));
    }
    return read(REPORT + name);
  }

  @Override
  public RunState state() {
    return state.get();
  }

  @Override
  public void announce(CheckpointEvent event) {
    listeners.each(listener -> listener.checkpointWritten(event));
  }

  private double[] read(String output) {
    View view = program.plan().outputs().get(output);
    double[] numbers = new double[view == null ? 0 : view.shape().size()];
    program.read(output, numbers);
    return numbers;
  }
}
