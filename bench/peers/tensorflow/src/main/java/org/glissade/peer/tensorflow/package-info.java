/** TensorFlow Java in the race: a step is one run of a graph. */
@NullMarked
package org.glissade.peer.tensorflow;

import org.jspecify.annotations.NullMarked;
