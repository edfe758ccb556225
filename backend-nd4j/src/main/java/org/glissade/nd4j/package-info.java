/**
 * The ND4J backend: plans run step by step through {@link org.nd4j.linalg.api.ndarray.INDArray}
 * calls; and {@link org.glissade.nd4j.NDArrays}, the bridge between such arrays and plain ones.
 * ND4J itself is no dependency that this module passes on: whoever wants it adds it, and without it
 * the backend says what is missing.
 */
@NullMarked
package org.glissade.nd4j;

import org.jspecify.annotations.NullMarked;
