package org.glissade.testkit.layer;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.glissade.tensor.Layout;

/** Values of an input and of parameters, along their flat index. */
final class Inputs {
  private Inputs() {}

  /** First values with something random added, so that none is left at a special place like 0. */
  static double[] moved(Layout layout, double[] values) {
    SplittableRandom random = new SplittableRandom(7);
    double[] moved = values.clone();
    for (int p = 0; p < layout.parameters().size(); p++) {
      for (int e = 0; e < layout.length(p); e++) {
        moved[layout.offset(p) + e] += (float) random.nextDouble(-0.25, 0.25);
      }
    }
    return moved;
  }

  /** The values with another input in some examples. */
  static double[] withOthers(Layout layout, double[] values, int batch, int kept) {
    double[] changed = values.clone();
    int size = layout.length(0) / batch;
    for (int i = 0; i < layout.length(0); i++) {
      changed[i] = i / size == kept ? values[i] : 1 - 2 * values[i];
    }
    return changed;
  }

  /** The values with an input of zeros. */
  static double[] withZeros(Layout layout, double[] values) {
    double[] changed = values.clone();
    Arrays.fill(changed, 0, layout.length(0), 0);
    return changed;
  }

  /** What one example of a batch has. */
  static double[] row(double[] batch, int examples, int row) {
    int size = batch.length / examples;
    return Arrays.copyOfRange(batch, row * size, (row + 1) * size);
  }
}
