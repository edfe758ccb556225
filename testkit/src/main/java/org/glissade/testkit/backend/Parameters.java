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

  /** Six parameters of three layers, in a group for each kind. */
  public static Layout layout() {
    return Layout.of(
            List.of(
                parameter("a/weight", "a", Kind.WEIGHT, 1, 3, 17),
                parameter("a/bias", "a", Kind.BIAS, 0, 17),
                parameter("b/weight", "b", Kind.WEIGHT, 0, 33, 5),
                parameter("b/scale", "b", Kind.NORM, Parameter.NO_UNITS, 1),
                parameter("c/table", "c", Kind.EMBEDDING, Parameter.NO_UNITS, 127, 3),
                parameter("c/cube", "c", Kind.WEIGHT, 1, 2, 3, 5)))
        .grouped(parameter -> parameter.kind().label());
  }

  /** Three parameters, of which one is longer than any piece of work that is done at once. */
  public static Layout large() {
    return Layout.of(
            List.of(
                parameter("a/weight", "a", Kind.WEIGHT, 1, 70_001, 3),
                parameter("a/bias", "a", Kind.BIAS, 0, 3),
                parameter("b/weight", "b", Kind.WEIGHT, 0, 129, 513)))
        .grouped(Parameter::layer);
  }

  private static Parameter parameter(
      String path, String layer, Kind kind, int unitAxis, int... dims) {
    return new Parameter(path, layer, Shape.of(dims), kind, unitAxis, UNIFORM);
  }
}
