/**
 * Raw kernels over {@code float[]}: matmul, maps over tiles and reductions, each written once for
 * the Vector API and once as plain loops that give the same bits. They check nothing but array
 * bounds, and they allocate nothing.
 */
@NullMarked
package org.glissade.cpu.kernel;

import org.jspecify.annotations.NullMarked;
