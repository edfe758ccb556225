/** Tests of what shapes gradients and constrains weights. */
@NullMarked
package org.glissade.optim.clip;

import org.jspecify.annotations.NullMarked;
