/** Tests of what is told of a training. */
@NullMarked
package org.glissade.nn.telemetry;

import org.jspecify.annotations.NullMarked;
