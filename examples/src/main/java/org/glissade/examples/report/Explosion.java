package org.glissade.examples.report;

/**
 * The first step in which a gradient exploded: its norm passed 1,000 times its first value, or was
 * not finite.
 *
 * @param step the step, from 1
 * @param layer the layer, the first bad one in backward order
 * @param growth norm in this step over norm in the first step; infinite or NaN where the gradient
 *     was not finite
 */
public record Explosion(long step, String layer, double growth) {
  /** What happened, for example {@code norm 4,100x its first value} or {@code non-finite}. */
  public String what() {
    return Double.isFinite(growth)
        ? "norm " + Format.number(growth) + "x its first value"
        : "non-finite";
  }
}
