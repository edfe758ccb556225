package org.glissade.examples;

import java.util.Locale;

/**
 * A training run to be made.
 *
 * @param group title under which runs are compared
 * @param name short name, unique in its group
 * @param transform text of the chain from gradients to updates
 * @param layers text of the network, or the widths of its hidden layers, as {@link NetworkReader}
 *     takes them
 * @param init initialiser of the weights, where the layers are given as widths
 * @param scale what each pixel, 0 to 255, is multiplied by
 * @param batch examples of a step
 * @param epochs how often all examples are seen
 */
record Trial(
    String group,
    String name,
    String transform,
    String layers,
    String init,
    double scale,
    int batch,
    int epochs) {
  private static final double BRIGHTEST = 255;

  /** How many examples it trains on, counted as often as they are seen. */
  long samples(int examples) {
    return (long) epochs * examples;
  }

  /** What the scale makes of pixels, in words. */
  String pixels() {
    if (scale == 1) {
      return "pixels 0..255";
    }
    if (scale == 1 / BRIGHTEST) {
      return "pixels/255";
    }
    return String.format(Locale.ROOT, "pixels x %s", scale);
  }
}
