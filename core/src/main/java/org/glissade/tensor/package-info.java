/** Symbolic tensors: shapes, element types and the operations on them. */
@NullMarked
package org.glissade.tensor;

import org.jspecify.annotations.NullMarked;
