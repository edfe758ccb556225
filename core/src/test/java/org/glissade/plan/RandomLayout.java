package org.glissade.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.glissade.random.Normal;
import org.glissade.tensor.Initializer;
import org.glissade.tensor.Kind;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Parameter;
import org.glissade.tensor.Shape;

/** Parameters of odd sizes, with units along any axis or none, in layers and groups. */
final class RandomLayout {
  private static final List<Shape> SHAPES =
      List.of(
          Shape.of(1),
          Shape.of(17),
          Shape.of(16),
          Shape.of(3),
          Shape.of(),
          Shape.of(3, 5),
          Shape.of(5, 3),
          Shape.of(1, 3),
          Shape.of(5, 1),
          Shape.of(2, 3, 2));

  private static final List<Kind> KINDS = List.of(Kind.values());

  private RandomLayout() {}

  static Layout of(Random random) {
    List<Parameter> parameters = new ArrayList<>();
    int count = 1 + random.nextInt(5);
    for (int i = 0; i < count; i++) {
      Shape shape = SHAPES.get(random.nextInt(SHAPES.size()));
      Kind kind = KINDS.get(random.nextInt(KINDS.size()));
      int unitAxis = random.nextInt(shape.rank() + 1) - 1;
      String layer = "layer-" + (i + random.nextInt(2)) / 2;
      String path = layer + "/p" + i;
      parameters.add(new Parameter(path, layer, shape, kind, unitAxis, normal()));
    }
    Layout layout = Layout.of(parameters);
    return random.nextBoolean() ? layout : layout.grouped(p -> p.kind().label());
  }

  private static Initializer normal() {
    return (values, parameter, key) -> {
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) Normal.standard(key, 0, 0, i);
      }
    };
  }
}
