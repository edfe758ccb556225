package org.glissade.reference;

import org.glissade.data.Field;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Tensor;
import org.glissade.tensor.Variable;

/** What a program finds outside itself when it is interpreted. */
public interface Environment {
  /** Where the parameters lie in flat tensors. */
  Layout layout();

  /** The seed of all random numbers. */
  long seed();

  /** What a variable holds before the run, one number per element of its shape. */
  double[] variable(Variable variable);

  /** The data behind an input, of the input's shape and type. */
  Field input(Tensor input);
}
