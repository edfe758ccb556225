/** Tests of optimisers, beside the goldens and the kit, which run them all. */
@NullMarked
package org.glissade.optim.optimizer;

import org.jspecify.annotations.NullMarked;
