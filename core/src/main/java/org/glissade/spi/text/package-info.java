/**
 * The text form of a chain, such as {@code clip-by-norm(1.0, extent=parameter) | sgd(0.01)}: a tree
 * of values that knows where it was written, a parser that points at mistakes, and the way back to
 * text. It knows nothing of what the names stand for.
 */
@NullMarked
package org.glissade.spi.text;

import org.jspecify.annotations.NullMarked;
