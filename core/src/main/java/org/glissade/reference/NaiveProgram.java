package org.glissade.reference;

import java.util.Map;
import org.glissade.backend.Lookup;
import org.glissade.backend.Program;
import org.glissade.plan.Plan;

/** A program whose outputs are arrays of doubles, made anew by each run. */
abstract class NaiveProgram implements Program {
  private final Plan plan;

  NaiveProgram(Plan plan) {
    this.plan = plan;
  }

  /** What the last run gave, by name; empty before the first. */
  abstract Map<String, double[]> outputs();

  @Override
  public final Plan plan() {
    return plan;
  }

  private double[] output(String output, int length) {
    Lookup.find("output", output, plan.outputs());
    double[] value = outputs().get(output);
    if (value == null) {
      throw new IllegalStateException(
          "Program %s has not run: call run() before reading its outputs"
              .formatted(plan.definition().name()));
    }
    if (value.length != length) {
      throw new IllegalArgumentException(
          "Output %s holds %d numbers, but %d were asked for"
              .formatted(output, value.length, length));
    }
    return value;
  }

  @Override
  public final double scalar(String output) {
    return output(output, 1)[0];
  }

  @Override
  public final void read(String output, float[] into) {
    double[] value = output(output, into.length);
    for (int i = 0; i < into.length; i++) {
      into[i] = (float) value[i];
    }
  }

  @Override
  public final void read(String output, double[] into) {
    double[] value = output(output, into.length);
    System.arraycopy(value, 0, into, 0, value.length);
  }
}
