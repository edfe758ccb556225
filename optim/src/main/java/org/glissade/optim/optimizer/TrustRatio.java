package org.glissade.optim.optimizer;

import org.glissade.optim.Schedule;
import org.glissade.tensor.Extent;
import org.glissade.tensor.Tensor;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.StepContext;

/**
 * u·trust·‖p‖/‖u‖ for each parameter, and u itself where one of the norms is 0 (You et al.,
 * arXiv:1708.03888; Optax {@code scale_by_trust_ratio}). Reports that factor as {@code ratio}.
 *
 * @param trust above 0
 * @param minNorm what each norm is at least
 */
record TrustRatio(Schedule trust, Schedule minNorm) implements GradientTransform {
  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    return gradients.within(Extent.PARAMETER, updates -> scaled(updates, step));
  }

  private Gradients scaled(Gradients updates, StepContext step) {
    Tensor floor = minNorm.in(step, "min-norm");
    Gradients weight = step.values(updates).norm().maximum(floor);
    Gradients length = updates.norm().maximum(floor);
    Gradients ratio = weight.times(trust.in(step, "trust")).dividedBy(length);
    Gradients one = updates.scalar(step.count().like(1));
    Gradients factor = weight.minimum(length).select(ratio, one);
    step.report("ratio", factor);
    return updates.times(factor);
  }
}
