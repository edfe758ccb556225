/** OpenBLAS beside our matrix product; compiled under the Maven profile of this name only. */
@NullMarked
package org.glissade.bench.openblas;

import org.jspecify.annotations.NullMarked;
