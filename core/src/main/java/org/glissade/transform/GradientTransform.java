package org.glissade.transform;

/**
 * A rule from gradients to updates. It is called once, while a program is described, and never
 * during a step. What the last transform returns is subtracted from the parameters.
 *
 * <p>A transform is best a record of its settings. {@link StepContext} gives it the step's number,
 * the parameters' values, state that it keeps from step to step, and conditions.
 */
@FunctionalInterface
public interface GradientTransform {
  /**
   * Describes the update.
   *
   * @param gradients of all parameters that this rule is given
   * @param step what belongs to the step
   * @return the updates, of the same parameters
   */
  Gradients apply(Gradients gradients, StepContext step);

  /**
   * What a chain calls this link unless the user names it. Checkpoints find states by it, so it
   * must stay the same from release to release.
   */
  default String name() {
    return "transform";
  }
}
