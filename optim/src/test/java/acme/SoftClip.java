package acme;

import org.glissade.tensor.Extent;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.StepContext;

/** g·γ/(‖g‖ + γ): shortens every gradient smoothly, to less than γ (arXiv:1905.11881). */
public record SoftClip(double bound, Extent extent) implements GradientTransform {
  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    return gradients.within(
        extent, g -> g.times(g.norm().plus(bound).reciprocalOrZero()).times(bound));
  }
}
