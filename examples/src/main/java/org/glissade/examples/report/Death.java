package org.glissade.examples.report;

/**
 * A layer that died: more than 95 % of its outputs are zero.
 *
 * @param layer the layer
 * @param zeroShare share in 0..1 of its outputs over the test set that are zero at the end of the
 *     run
 */
public record Death(String layer, double zeroShare) {
  public Death {
    Checks.share("zeroShare", zeroShare);
  }
}
