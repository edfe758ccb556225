/**
 * Gradient transforms: pure descriptions of what happens between a gradient and an update. To write
 * one, implement {@link org.glissade.transform.GradientTransform} by arithmetic on {@link
 * org.glissade.transform.Gradients}; {@link org.glissade.transform.StepContext} has what belongs to
 * the step.
 */
@NullMarked
package org.glissade.transform;

import org.jspecify.annotations.NullMarked;
