package org.glissade.testkit.backend;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.glissade.tensor.Distribution;
import org.glissade.tensor.Shape;
import org.glissade.tensor.Tensor;

/** Random numbers: the same bits on every backend, other ones in every step. */
final class Draws {
  private Draws() {}

  static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (Distribution distribution : Distribution.values()) {
      cases.add(draws(distribution));
    }
    return cases;
  }

  private static Case draws(Distribution distribution) {
    Sketch sketch = new Sketch(Parameters.layout());
    Tensor step = sketch.setting("step", 0);
    for (int size : new int[] {1, 3, 17, 513}) {
      Shape shape = Shape.of(size);
      sketch.output("of " + size, sketch.graph.random(distribution, shape, "s" + size, step));
    }
    sketch.output("matrix", sketch.graph.random(distribution, Shape.of(3, 7), "matrix", step));
    sketch.output("same", sketch.graph.random(distribution, Shape.of(7, 3), "matrix", step));
    sketch.output("flat", sketch.graph.flatRandom(distribution, sketch.layout(), "flat", step));
    List<Feed> feeds = new ArrayList<>();
    for (int number : new int[] {0, 1, 1_000_000}) {
      feeds.add(new Feed("step " + number, Map.of(), Map.of("step", new double[] {number})));
    }
    return sketch.with("random " + distribution, Accuracy.EXACT, feeds);
  }
}
