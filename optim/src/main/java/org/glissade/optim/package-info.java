/** Gradient transforms, optimisers and learning-rate schedules. */
@NullMarked
package org.glissade.optim;

import org.jspecify.annotations.NullMarked;
