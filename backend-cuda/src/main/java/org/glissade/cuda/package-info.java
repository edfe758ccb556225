/** The CUDA backend: plans as generated kernels, captured once as a graph and replayed. */
@NullMarked
package org.glissade.cuda;

import org.jspecify.annotations.NullMarked;
