/** Gradient transforms: pure descriptions of what happens between a gradient and an update. */
@NullMarked
package org.glissade.transform;

import org.jspecify.annotations.NullMarked;
