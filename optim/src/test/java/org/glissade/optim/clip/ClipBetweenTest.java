package org.glissade.optim.clip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.glissade.optim.Models;
import org.glissade.tensor.Extent;
import org.glissade.testkit.golden.UpdateProgram;
import org.glissade.transform.Gradients;
import org.junit.jupiter.api.Test;

class ClipBetweenTest {
  private static double[] update(ClipBetween clip, double[] values, double[] gradient) {
    try (UpdateProgram program = Models.program(Models.vector(values.length), clip)) {
      program.write(values);
      program.run(gradient);
      double[] update = program.parameters();
      for (int i = 0; i < update.length; i++) {
        update[i] = values[i] - update[i];
      }
      return update;
    }
  }

  @Test
  void everyElementHasItsOwnBounds() {
    ClipBetween share = new ClipBetween((g, step) -> step.values(g).abs().times(0.5).plus(0.25));
    double[] clipped = update(share, new double[] {0, 1, -2, 4}, new double[] {1, -1, -9, 2});
    assertArrayEquals(new double[] {0.25, -0.75, -1.25, 2}, clipped);
  }

  @Test
  void boundsMayBelongToGroupsAndDiffer() {
    ClipBetween clip =
        new ClipBetween(
            (g, step) -> g.like(-1),
            (g, step) -> step.values(g).within(Extent.PARAMETER, Gradients::max));
    double[] clipped = update(clip, new double[] {0, 2, 1}, new double[] {3, -3, 1.5});
    assertArrayEquals(new double[] {2, -1, 1.5}, clipped);
  }

  @Test
  void lowWinsOverHighAndIsReported() {
    ClipBetween clip = new ClipBetween((g, step) -> g.like(1), (g, step) -> g.like(-1));
    assertArrayEquals(new double[] {1}, update(clip, new double[] {0}, new double[] {5}));
    ClipBetween one = new ClipBetween((g, step) -> g.like(1));
    try (UpdateProgram program = Models.program(Models.vector(4), one)) {
      program.run(5, 1, -1, -3);
      assertArrayEquals(new double[] {0.5}, program.report("acted"));
    }
  }
}
