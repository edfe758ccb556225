/** What {@link org.glissade.testkit.GradientTransformContract} runs. */
@NullMarked
package org.glissade.testkit.transform;

import org.jspecify.annotations.NullMarked;
