package org.glissade.testkit.backend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.glissade.data.Field;
import org.glissade.tensor.Shape;
import org.glissade.tensor.Tensor;

/** Ops that move numbers or make them: no rounding, so results are equal. */
final class Shapes {
  private Shapes() {}

  static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    cases.add(transposes());
    cases.add(reshapes());
    cases.add(broadcasts());
    cases.add(indices());
    cases.add(casts());
    cases.add(scalars());
    return cases;
  }

  private static Case transposes() {
    Sketch sketch = new Sketch();
    Tensor matrix = sketch.floats("matrix", 33, 17);
    Tensor cube = sketch.floats("cube", 3, 5, 7);
    Tensor four = sketch.floats("four", 2, 3, 1, 5);
    sketch.output("matrix", matrix.transpose());
    sketch.output("cube", cube.transpose());
    for (int[] order : new int[][] {{0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}}) {
      sketch.output("cube " + Arrays.toString(order), cube.transpose(order));
    }
    sketch.output("four", four.transpose(3, 0, 2, 1));
    sketch.output("twice", cube.transpose(1, 2, 0).transpose(2, 1, 0));
    return sketch.over("transpose", Accuracy.EXACT, Values.ORDINARY, Values.MIXED);
  }

  private static Case reshapes() {
    Sketch sketch = new Sketch();
    Tensor x = sketch.floats("x", 3, 5, 7);
    sketch.output("flat", x.reshape(Shape.of(105)));
    sketch.output("rows", x.reshape(Shape.of(15, 7)));
    sketch.output("thin", x.negate().reshape(Shape.of(3, 1, 5, 7, 1)).abs());
    sketch.output("turned", x.transpose().reshape(Shape.of(5, 21)));
    sketch.output("back", x.reshape(Shape.of(21, 5)).transpose().reshape(Shape.of(7, 15)));
    sketch.output("one", sketch.floats("one", 1, 1).reshape(Shape.of()));
    return sketch.over("reshape", Accuracy.EXACT, Values.ORDINARY, Values.MIXED);
  }

  private static Case broadcasts() {
    Sketch sketch = new Sketch();
    Tensor x = sketch.floats("x", 5, 1);
    sketch.output("last", x.broadcast(Shape.of(5, 33)));
    sketch.output("leading", x.broadcast(Shape.of(3, 5, 1)));
    sketch.output("both", x.broadcast(Shape.of(2, 5, 17)));
    sketch.output("row", sketch.floats("row", 17).broadcast(Shape.of(3, 17)));
    sketch.output("one", sketch.floats("one").broadcast(Shape.of(513)));
    sketch.output("scalar", sketch.setting("scalar", 0.1).broadcast(Shape.of(3, 3)));
    return sketch.over("broadcast", Accuracy.EXACT, Values.ORDINARY, Values.MIXED);
  }

  private static Case indices() {
    Sketch sketch = new Sketch();
    for (int axis = 0; axis < 3; axis++) {
      sketch.output("axis " + axis, sketch.graph.index(Shape.of(3, 17, 5), axis));
    }
    Tensor x = sketch.floats("x", 17, 5);
    Tensor position = sketch.graph.index(x.shape(), 1);
    sketch.output("used", position.equalTo(x.like(2)).select(x, x.like(0)));
    sketch.output("turned", sketch.graph.index(x.shape(), 0).transpose().plus(x.transpose()));
    sketch.output("constant", sketch.graph.constant(0.1, Shape.of(3, 5)));
    return sketch.over("index", Accuracy.EXACT, Values.INTEGERS);
  }

  private static Case casts() {
    Sketch sketch = new Sketch();
    byte[] bytes = new byte[256];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) i;
    }
    int[] ints = {0, 1, -1, 127, 16_777_217, -16_777_219, Integer.MAX_VALUE, Integer.MIN_VALUE};
    Tensor pixels = sketch.fixed("bytes", Field.u8(Shape.of(), bytes));
    Tensor labels = sketch.fixed("ints", Field.i32(Shape.of(), ints));
    sketch.output("bytes", pixels.toFloat());
    sketch.output("ints", labels.toFloat());
    sketch.output("computed", pixels.toFloat().times(0.5).plus(1));
    return sketch.over("cast", Accuracy.EXACT, Values.ORDINARY);
  }

  /** One number as a double that stands alone, and back. */
  private static Case scalars() {
    Sketch sketch = new Sketch();
    Tensor scalar = sketch.floats("x", 1, 1).toScalar();
    sketch.output("scalar", scalar);
    sketch.output("back", scalar.times(3).broadcast(Shape.of(3)));
    sketch.output("computed", sketch.floats("one").plus(1).toScalar());
    return sketch.over("scalars", Accuracy.FEW_OPS, Values.ORDINARY, Values.INFINITE, Values.NAN);
  }
}
