package org.glissade.nd4j;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.glissade.backend.Lookup;
import org.glissade.backend.Program;
import org.glissade.data.Field;
import org.glissade.plan.Plan;
import org.glissade.plan.Slot;
import org.glissade.plan.View;
import org.glissade.tensor.Op;
import org.glissade.tensor.Tensor;

/** A plan that is run step by step. */
final class Nd4jProgram implements Program {
  private final Plan plan;
  private final Places places;
  private final Inputs inputs;
  private final List<Runnable> steps;
  private final List<Tensor> needed;
  private final Map<String, Field> read = new HashMap<>();
  private boolean ran;

  Nd4jProgram(Plan plan, Places places, Inputs inputs, long seed) {
    this.plan = plan;
    this.places = places;
    this.inputs = inputs;
    StepRunner runner = new StepRunner(places, plan.definition().layout(), seed);
    this.steps = plan.steps().stream().map(step -> step.accept(runner)).toList();
    this.needed = plan.definition().inputs();
  }

  @Override
  public Plan plan() {
    return plan;
  }

  @Override
  public void run() {
    needed.forEach(input -> read.put(name(input), inputs.field(input)));
    Map<String, Place> data = new HashMap<>();
    needed.forEach(input -> data.put(name(input), inputs.place(input)));
    for (Slot slot : plan.slots()) {
      Place place = slot.storage() == Slot.Storage.INPUT ? data.get(slot.name()) : null;
      if (place != null) {
        places.set(slot, place);
      }
    }
    steps.forEach(Runnable::run);
    ran = true;
  }

  private static String name(Tensor input) {
    return ((Op.Input) input.op()).name();
  }

  @Override
  public double scalar(String output) {
    return numbers(output, 1)[0];
  }

  @Override
  public void read(String output, float[] into) {
    double[] numbers = numbers(output, into.length);
    for (int i = 0; i < into.length; i++) {
      into[i] = (float) numbers[i];
    }
  }

  @Override
  public void read(String output, double[] into) {
    double[] numbers = numbers(output, into.length);
    System.arraycopy(numbers, 0, into, 0, numbers.length);
  }

  private double[] numbers(String output, int length) {
    View view = Lookup.find("output", output, plan.outputs());
    if (!ran) {
      throw new IllegalStateException(
          "Program %s has not run: call run() before reading its outputs"
              .formatted(plan.definition().name()));
    }
    if (view.shape().size() != length) {
      throw new IllegalArgumentException(
          "Output %s has %d numbers, but %d were asked for"
              .formatted(output, view.shape().size(), length));
    }
    Field field = view.slot().storage() == Slot.Storage.INPUT ? read.get(view.slot().name()) : null;
    if (field != null) {
      return numbers(field, view);
    }
    return Scratch.get(() -> places.at(view.slot()).read(view));
  }

  /** An output that is an input: what the run found, whatever has been bound since. */
  private static double[] numbers(Field field, View view) {
    double[] numbers = new double[view.shape().size()];
    int size = field.example().size();
    for (int i = 0; i < numbers.length; i++) {
      int at = view.offset() + i;
      numbers[i] = field.value(at / size, at % size);
    }
    return numbers;
  }
}
