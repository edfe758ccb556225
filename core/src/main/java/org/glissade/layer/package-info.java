/**
 * What a layer is: a pure description from tensors to a tensor, with parameters that a scope
 * declares.
 */
@NullMarked
package org.glissade.layer;

import org.jspecify.annotations.NullMarked;
