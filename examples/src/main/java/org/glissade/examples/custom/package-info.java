/**
 * A gradient transform of one's own: {@code SoftClip} says what it does, {@code SoftClipProvider}
 * gives it a name, a line in {@code
 * META-INF/services/org.glissade.transform.GradientTransformProvider} lets it be found, and {@code
 * CustomTransform} trains with it. {@code MedianClip} is another, part of which is Java on the
 * host.
 */
@NullMarked
package org.glissade.examples.custom;

import org.jspecify.annotations.NullMarked;
