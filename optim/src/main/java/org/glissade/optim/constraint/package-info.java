/**
 * Constraints of the weights: last in a chain, they change the update so that what it leads to
 * keeps a bound.
 */
@NullMarked
package org.glissade.optim.constraint;

import org.jspecify.annotations.NullMarked;
