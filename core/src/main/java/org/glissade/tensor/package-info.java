/**
 * Symbolic tensors: what layers, losses and gradient transforms describe while a program is built.
 * Nothing here computes.
 */
@NullMarked
package org.glissade.tensor;

import org.jspecify.annotations.NullMarked;
