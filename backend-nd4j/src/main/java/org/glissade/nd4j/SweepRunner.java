package org.glissade.nd4j;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.glissade.plan.Slot;
import org.glissade.plan.Step;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Partition;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Runs one sweep, parameter by parameter. What it reduces is added up on the heap. */
final class SweepRunner implements Runnable {
  private final Places places;
  private final Layout layout;
  private final Step.Sweep step;
  private final Map<Slot, double[]> results = new HashMap<>();

  SweepRunner(Places places, Layout layout, Step.Sweep step) {
    this.places = places;
    this.layout = layout;
    this.step = step;
  }

  @Override
  public void run() {
    Slot guard = step.guard();
    if (guard != null && places.scalar(guard) == 0) {
      return;
    }
    results.clear();
    for (Step.Body body : step.bodies()) {
      body.parameters().forEach(number -> Scratch.run(() -> visit(body, number)));
    }
    Scratch.run(() -> results.forEach(this::write));
  }

  private void write(Slot slot, double[] groups) {
    places.at(slot).write(0, groups.length, Nd4j.createFromArray(groups));
  }

  private void visit(Step.Body body, int parameter) {
    INDArray[] values = Codes.values(body.code(), new FlatLoads(places, layout, parameter));
    int length = layout.length(parameter);
    for (Step.Reduction reduction : body.reductions()) {
      INDArray row = Reductions.row(values[reduction.value()], length);
      reduce(reduction, parameter, row);
    }
    for (Step.FlatStore store : body.stores()) {
      places.at(store.target()).write(layout.offset(parameter), length, values[store.value()]);
    }
  }

  private void reduce(Step.Reduction reduction, int parameter, INDArray row) {
    Partition partition = reduction.partition();
    double[] groups = results.computeIfAbsent(reduction.target(), slot -> identities(reduction));
    int first = partition.firstGroup(parameter);
    if (first == Partition.NONE) {
      return;
    }
    INDArray parts =
        partition.perUnit()
            ? Reductions.along(
                reduction.fn(),
                row.reshape(FlatLoads.units(layout.parameters().get(parameter))),
                0,
                2)
            : Reductions.along(reduction.fn(), row, 0);
    for (int g = 0; g < parts.length(); g++) {
      groups[first + g] = reduction.fn().combine(groups[first + g], parts.getDouble(g));
    }
  }

  private static double[] identities(Step.Reduction reduction) {
    double[] groups = new double[reduction.target().size()];
    Arrays.fill(groups, reduction.fn().identity());
    return groups;
  }
}
