/** Tests of the race's own arithmetic, texts and choices; none of them measures time. */
@NullMarked
package org.glissade.bench.race;

import org.jspecify.annotations.NullMarked;
