package org.glissade.transform;

/**
 * A transform that stands around the rest of its chain: it sees the gradients before and the
 * updates after it.
 */
@FunctionalInterface
public interface Wrapper extends GradientTransform {
  /**
   * Describes the update.
   *
   * @param gradients as they come in
   * @param step what belongs to the step
   * @param rest the rest of the chain
   */
  Gradients around(Gradients gradients, StepContext step, GradientTransform rest);

  /** Around nothing: the gradients themselves are the updates. */
  @Override
  default Gradients apply(Gradients gradients, StepContext step) {
    return around(gradients, step, (same, inner) -> same);
  }
}
