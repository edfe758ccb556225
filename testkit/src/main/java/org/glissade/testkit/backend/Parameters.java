package org.glissade.testkit.backend;

import java.util.List;
import org.glissade.random.Philox;
import org.glissade.tensor.Initializer;
import org.glissade.tensor.Kind;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Parameter;
import org.glissade.tensor.Shape;

/** Parameters of odd shapes, with units on the first, a middle and the last axis and on none. */
public final class Parameters {
  /** Uniform in [-1, 1). */
  public static final Initializer UNIFORM =
      (values, parameter, key) -> {
        for (int i = 0; i < values.length; i++) {
          values[i] = 2 * Philox.uniform(key, 0, 0, i) - 1;
        }
      };

  private Parameters() {}

  /** Six parameters of four layers, in a group for each kind. */
  public static Layout layout() {
    return layout(UNIFORM);
  }

  /** The same with other first values. */
  public static Layout layout(Initializer first) {
    return Layout.of(
            List.of(
                parameter(first, "dense-1/weight", "dense-1", Kind.WEIGHT, 1, 3, 17),
                parameter(first, "dense-1/bias", "dense-1", Kind.BIAS, 0, 17),
                parameter(first, "dense-2/weight", "dense-2", Kind.WEIGHT, 0, 33, 5),
                parameter(first, "dense-2/scale", "dense-2", Kind.NORM, Parameter.NO_UNITS, 1),
                parameter(
                    first,
                    "embedding-3/table",
                    "embedding-3",
                    Kind.EMBEDDING,
                    Parameter.NO_UNITS,
                    127,
                    3),
                parameter(first, "conv-4/weight", "conv-4", Kind.WEIGHT, 1, 2, 3, 5)))
        .grouped(parameter -> parameter.kind().label());
  }

  /** Three parameters, of which one is longer than any piece of work that is done at once. */
  public static Layout large() {
    return Layout.of(
            List.of(
                parameter(UNIFORM, "dense-1/weight", "dense-1", Kind.WEIGHT, 1, 70_001, 3),
                parameter(UNIFORM, "dense-1/bias", "dense-1", Kind.BIAS, 0, 3),
                parameter(UNIFORM, "dense-2/weight", "dense-2", Kind.WEIGHT, 0, 129, 513)))
        .grouped(Parameter::layer);
  }

  private static Parameter parameter(
      Initializer first, String path, String layer, Kind kind, int unitAxis, int... dims) {
    return new Parameter(path, layer, Shape.of(dims), kind, unitAxis, first);
  }
}
