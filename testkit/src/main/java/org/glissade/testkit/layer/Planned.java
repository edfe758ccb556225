package org.glissade.testkit.layer;

import org.glissade.backend.Backend;
import org.glissade.plan.FusionRules;
import org.glissade.reference.PlanBackend;
import org.glissade.reference.ReferenceBackend;
import org.glissade.tensor.Layout;
import org.junit.jupiter.api.AssertionFailureBuilder;

/** A layer on a backend that runs plans, compared with the interpreted one. */
final class Planned {
  /** Relative to the largest of a tensor, for one step from equal state. */
  private static final double ONE_STEP = 1e-5;

  private static final int[] BATCHES = {1, 17};

  private Planned() {}

  /** On the backend of the layer, to float precision. */
  static void check(Tested tested, boolean training) {
    check(tested, training, ONE_STEP);
  }

  /** Step by step in double, to the bit. */
  static void checkBits(Tested tested) {
    check(on(new PlanBackend(), tested), true, 0);
    check(on(new PlanBackend(), tested), false, 0);
  }

  private static void check(Tested tested, boolean training, double part) {
    for (int batch : BATCHES) {
      check(tested, training, batch, FusionRules.ALL, part);
      check(tested, training, batch, FusionRules.NONE, part);
    }
  }

  private static Tested on(Backend backend, Tested tested) {
    return new Tested(tested.name(), tested.layer(), tested.example(), tested.mixing(), backend);
  }

  private static void check(
      Tested tested, boolean training, int batch, FusionRules rules, double part) {
    Tested interpreted = on(new ReferenceBackend(), tested);
    try (Rig expected = new Rig(interpreted, training, batch);
        Rig actual = new Rig(tested, training, batch, rules)) {
      double[] values = Inputs.moved(expected.layout(), expected.values());
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) values[i];
      }
      expected.run(values);
      actual.run(values);
      String where = "%s, batch %d, %s".formatted(tested, batch, rules);
      double[] output = expected.output();
      compare(where + ", output", output, actual.output(), 0, output.length, part);
      Layout layout = expected.layout();
      for (int p = 0; p < layout.parameters().size(); p++) {
        String of = where + ", gradient by " + layout.parameters().get(p);
        int begin = layout.offset(p);
        int end = begin + layout.length(p);
        compare(of, expected.gradients(), actual.gradients(), begin, end, part);
      }
    }
  }

  private static void compare(
      String where, double[] expected, double[] actual, int begin, int end, double part) {
    double largest = Float.MIN_VALUE;
    for (int i = begin; i < end; i++) {
      largest = Math.max(largest, Math.abs(expected[i]));
    }
    for (int i = begin; i < end; i++) {
      if (!(Math.abs(expected[i] - actual[i]) <= part * largest)) {
        AssertionFailureBuilder.assertionFailure()
            .message("%s differs at %d, tolerance %s".formatted(where, i - begin, part * largest))
            .expected(expected[i])
            .actual(actual[i])
            .buildAndThrow();
      }
    }
  }
}
