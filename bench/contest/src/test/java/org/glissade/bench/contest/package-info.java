/** Tests of what contestants share. */
@NullMarked
package org.glissade.bench.contest;

import org.jspecify.annotations.NullMarked;
