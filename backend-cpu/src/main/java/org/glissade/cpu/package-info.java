/** The pure Java backend: kernels over float arrays on a pool of threads. */
@NullMarked
package org.glissade.cpu;

import org.jspecify.annotations.NullMarked;
