/** Wiring by Guice, for those who use it; everything also works with {@code new}. */
@NullMarked
package org.glissade.nn.inject;

import org.jspecify.annotations.NullMarked;
