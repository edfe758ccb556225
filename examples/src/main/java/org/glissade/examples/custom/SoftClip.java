package org.glissade.examples.custom;

import org.glissade.tensor.Extent;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.StepContext;

/**
 * g·γ/(‖g‖ + γ) over each group of the extent: short gradients pass nearly unchanged, and none
 * becomes longer than γ.
 */
public record SoftClip(double gamma, Extent extent) implements GradientTransform {
  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    return gradients.within(
        extent, g -> g.times(g.norm().dividedBy(gamma).plus(1).reciprocalOrZero()));
  }
}
