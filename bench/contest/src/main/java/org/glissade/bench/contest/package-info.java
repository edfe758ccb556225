/**
 * What all contestants of the race share: the workloads, the digits as floats in memory, and the
 * lines by which a contestant's process is told to take a turn. It needs nothing but the JDK, so
 * that a rival's class path holds nothing of ours but this.
 */
@NullMarked
package org.glissade.bench.contest;

import org.jspecify.annotations.NullMarked;
