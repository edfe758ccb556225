package org.glissade.testkit.backend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.glissade.tensor.ReduceFn;
import org.glissade.tensor.Shape;
import org.glissade.tensor.Tensor;

/** Reductions over every axis, and the index of the largest. */
final class Reductions {
  private static final Values[] KINDS = {
    Values.ORDINARY,
    Values.POSITIVE,
    Values.INTEGERS,
    Values.ZEROS,
    Values.DENORMALS,
    Values.TINY,
    Values.HUGE,
    Values.INFINITE,
    Values.NAN,
    Values.MIXED
  };

  private static final int[][] AXES = {{0}, {1}, {2}, {0, 1}, {1, 2}, {0, 2}, {}};

  private static final int[][] SHAPES = {{1, 1, 1}, {3, 17, 33}, {127, 3, 5}, {2, 513, 1}};

  private Reductions() {}

  static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (ReduceFn fn : ReduceFn.values()) {
      String name = fn.name().toLowerCase(Locale.ROOT).replace('_', '-');
      for (int[] dims : SHAPES) {
        cases.add(axes(fn, dims).over(name + " " + Shape.of(dims), Accuracy.ONE_OP, KINDS));
      }
      cases.add(axes(fn, 1, 131_075).over(name + " of many", Accuracy.ONE_OP, Values.ORDINARY));
    }
    cases.add(cancelling());
    cases.add(argMax());
    cases.add(ties());
    return cases;
  }

  private static Sketch axes(ReduceFn fn, int... dims) {
    Sketch sketch = new Sketch();
    Tensor x = sketch.floats("x", dims);
    for (int[] axes : AXES) {
      if (Arrays.stream(axes).allMatch(axis -> axis < dims.length)) {
        sketch.output("over " + Arrays.toString(axes), x.reduce(fn, axes));
      }
    }
    return sketch;
  }

  /** Sums that only come out right in double: 1e8 + 1 - 1e8. */
  private static Case cancelling() {
    Sketch sketch = new Sketch();
    Tensor x = sketch.floats("x", 3, 300);
    sketch.output("rows", x.sum(1));
    sketch.output("columns", x.transpose().sum(0));
    sketch.output("all", x.sum());
    float[] values = new float[900];
    for (int i = 0; i < values.length; i++) {
      values[i] = i % 3 == 0 ? 1e8f : i % 3 == 1 ? 1 : -1e8f;
    }
    Feed feed = new Feed("cancelling", Map.of("x", Data.of(x.shape(), values)), Map.of());
    return sketch.with("sums accumulate in double", Accuracy.ONE_OP, List.of(feed));
  }

  private static Case argMax() {
    Sketch sketch = new Sketch();
    for (int length : new int[] {1, 3, 10, 17, 127}) {
      sketch.output("of " + length, sketch.floats("x" + length, 33, length).argMax());
    }
    sketch.output("of a list", sketch.floats("list", 513).argMax());
    return sketch.over("arg-max", Accuracy.EXACT, KINDS);
  }

  /** The gradient of a maximum counts ties, and reads what it compares twice. */
  private static Case ties() {
    Sketch sketch = new Sketch();
    Tensor x = sketch.floats("x", 17, 33);
    Tensor hit = x.equalTo(x.max(1));
    sketch.output("ties", hit.sum(1));
    sketch.output("share", hit.dividedBy(hit.sum(1)));
    return sketch.over("ties of a maximum", Accuracy.FEW_OPS, Values.INTEGERS, Values.ZEROS);
  }
}
