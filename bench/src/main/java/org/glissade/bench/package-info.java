/** JMH benchmarks of the training step, the update stage and matmul. */
@NullMarked
package org.glissade.bench;

import org.jspecify.annotations.NullMarked;
