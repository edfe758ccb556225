/**
 * Symbolic tensors: what layers, losses and gradient transforms describe while a program is built.
 * Nothing here computes. {@link org.glissade.tensor.Tensor} has the arithmetic, {@link
 * org.glissade.tensor.Op} what it is made of, {@link org.glissade.tensor.Layout} where parameters
 * lie in the flat buffers, {@link org.glissade.tensor.Definition} what is then planned.
 */
@NullMarked
package org.glissade.tensor;

import org.jspecify.annotations.NullMarked;
