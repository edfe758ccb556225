package org.glissade.optim.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.glissade.optim.Models;
import org.glissade.tensor.Layout;
import org.glissade.testkit.golden.UpdateProgram;

/** Runs two chains on the same gradients, short ones and long ones in turn. */
final class Alike {
  private static final Layout LAYOUT = Models.twoLayers().grouped(p -> p.kind().label());
  private static final int VALUES = 26;
  private static final int STEPS = 6;

  private Alike() {}

  static void assertSameUpdates(String one, String other) {
    double difference = difference(one, other);
    assertEquals(0, difference, 1e-12, one + " against " + other);
  }

  static boolean differ(String one, String other) {
    return difference(one, other) > 1e-6;
  }

  /**
   * The largest difference between parameters after some steps, relative to the largest of them.
   */
  private static double difference(String one, String other) {
    double largest = 0;
    double difference = 0;
    try (UpdateProgram a = Models.program(LAYOUT, one);
        UpdateProgram b = Models.program(LAYOUT, other)) {
      for (int step = 0; step < STEPS; step++) {
        double[] gradient = Models.uniform(step, VALUES, step % 2 == 0 ? 20 : 0.01);
        a.run(gradient);
        b.run(gradient);
      }
      for (int i = 0; i < VALUES; i++) {
        largest = Math.max(largest, Math.abs(a.parameters()[i]));
        difference = Math.max(difference, Math.abs(a.parameters()[i] - b.parameters()[i]));
      }
    }
    assertTrue(largest > 0, one);
    return difference / largest;
  }
}
