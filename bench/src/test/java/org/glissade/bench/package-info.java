/** Tests of the benchmarks' own parts. */
@NullMarked
package org.glissade.bench;

import org.jspecify.annotations.NullMarked;
