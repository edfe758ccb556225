/**
 * The native edge: all that this backend asks of CUDA, as small interfaces, and their
 * implementation over the Java binding. Nothing else in the backend touches native code.
 */
@NullMarked
package org.glissade.cuda.driver;

import org.jspecify.annotations.NullMarked;
