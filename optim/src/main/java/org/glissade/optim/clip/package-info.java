/** Gradient transforms that shorten, normalise or reshape gradients and updates. */
@NullMarked
package org.glissade.optim.clip;

import org.jspecify.annotations.NullMarked;
