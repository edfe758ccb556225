/**
 * From a plan to CUDA C++: which kernels there are, what each computes, and where in the program's
 * memory everything lies. Pure text and numbers; it needs no device.
 */
@NullMarked
package org.glissade.cuda.code;

import org.jspecify.annotations.NullMarked;
