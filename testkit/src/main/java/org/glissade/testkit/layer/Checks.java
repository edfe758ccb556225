package org.glissade.testkit.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.glissade.tensor.Parameter;

/** What a layer must fulfil beside right gradients. */
final class Checks {
  private static final int BATCH = 5;

  private Checks() {}

  /** Both programs must declare the same, since they share what they declare. */
  static void sameParameters(Tested tested) {
    assertEquals(
        declared(tested, true, BATCH),
        declared(tested, false, BATCH),
        () -> tested + ": parameters in training and in evaluation");
    List<String> one = declared(tested, true, 1);
    List<String> more = declared(tested, true, BATCH);
    assertEquals(
        one.subList(1, one.size()),
        more.subList(1, more.size()),
        () -> tested + ": parameters for a batch of 1 and of " + BATCH);
  }

  private static List<String> declared(Tested tested, boolean training, int batch) {
    return Rig.describe(tested, training, batch).definition().layout().parameters().stream()
        .map(Checks::text)
        .toList();
  }

  private static String text(Parameter parameter) {
    return "%s %s, units on axis %d"
        .formatted(parameter, parameter.kind().label(), parameter.unitAxis());
  }

  static void evaluationChangesNothing(Tested tested) {
    assertEquals(
        List.of(),
        Rig.describe(tested, false, BATCH).effects().stream()
            .map(effect -> effect.target().key())
            .toList(),
        () -> tested + ": buffers that an evaluation changes");
  }

  /** Every example but one is replaced; its output stays. */
  static void examplesApart(Tested tested, boolean training) {
    try (Rig rig = new Rig(tested, training, BATCH)) {
      double[] values = Inputs.moved(rig.layout(), rig.values());
      rig.run(values);
      double[] output = rig.output();
      for (int kept = 0; kept < BATCH; kept++) {
        rig.run(Inputs.withOthers(rig.layout(), values, BATCH, kept));
        assertArrayEquals(
            Inputs.row(output, BATCH, kept),
            Inputs.row(rig.output(), BATCH, kept),
            "%s, %s: example %d of %d, after the inputs of the others changed"
                .formatted(tested, training ? "training" : "evaluation", kept, BATCH));
      }
    }
  }

  /** An example gives alone what it gives in a batch. */
  static void alone(Tested tested) {
    try (Rig batch = new Rig(tested, false, BATCH);
        Rig one = new Rig(tested, false, 1)) {
      double[] values = Inputs.moved(batch.layout(), batch.values());
      batch.run(values);
      for (int row = 0; row < BATCH; row++) {
        one.run(single(batch, one, values, row));
        assertArrayEquals(
            Inputs.row(batch.output(), BATCH, row),
            one.output(),
            "%s: example %d of %d, evaluated alone".formatted(tested, row, BATCH));
      }
    }
  }

  /** The values of a batch with one of its examples as the only one. */
  private static double[] single(Rig batch, Rig one, double[] values, int row) {
    double[] single = new double[one.layout().size()];
    int size = one.layout().length(0);
    System.arraycopy(values, row * size, single, 0, size);
    for (int p = 1; p < one.layout().parameters().size(); p++) {
      int from = batch.layout().offset(p);
      System.arraycopy(values, from, single, one.layout().offset(p), one.layout().length(p));
    }
    return single;
  }

  /** Equal seeds give equal first values, outputs and gradients, also if described again. */
  static void repeatable(Tested tested) {
    try (Rig one = new Rig(tested, true, BATCH);
        Rig other = new Rig(tested, true, BATCH)) {
      assertArrayEquals(one.values(), other.values(), () -> tested + ": first values");
      one.run(one.values());
      other.run(other.values());
      assertArrayEquals(one.output(), other.output(), () -> tested + ": outputs");
      assertArrayEquals(one.gradients(), other.gradients(), () -> tested + ": gradients");
    }
  }

  static void finite(Tested tested) {
    try (Rig rig = new Rig(tested, true, BATCH)) {
      mustBeFinite(tested, "a first value", rig.values());
      rig.run(Inputs.withZeros(rig.layout(), rig.values()));
      mustBeFinite(tested, "an output of zeros", rig.output());
      mustBeFinite(tested, "a gradient at zeros", rig.gradients());
    }
  }

  private static void mustBeFinite(Tested tested, String what, double[] values) {
    assertTrue(
        Arrays.stream(values).allMatch(Double::isFinite),
        () -> "%s: %s is not finite: %s".formatted(tested, what, Arrays.toString(values)));
  }
}
