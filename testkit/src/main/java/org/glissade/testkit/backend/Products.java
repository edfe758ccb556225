package org.glissade.testkit.backend;

import java.util.ArrayList;
import java.util.List;
import org.glissade.tensor.Shape;
import org.glissade.tensor.Tensor;

/** Matrix products: every order of the factors, odd sizes, and what is done to each element. */
final class Products {
  /** m, n, k. */
  private static final int[][] SIZES = {
    {1, 1, 1},
    {1, 33, 17},
    {17, 1, 33},
    {3, 5, 1},
    {6, 64, 16},
    {7, 65, 17},
    {33, 17, 31},
    {127, 33, 5}
  };

  private static final int[][] LONG = {{33, 17, 127}, {13, 100, 513}, {130, 70, 260}};

  private Products() {}

  static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (int flags = 0; flags < 4; flags++) {
      boolean transposeA = (flags & 1) != 0;
      boolean transposeB = (flags & 2) != 0;
      cases.add(sizes(transposeA, transposeB));
      cases.add(sums(transposeA, transposeB));
      cases.add(extremes(transposeA, transposeB));
      cases.add(finished(transposeA, transposeB));
    }
    cases.add(shared());
    return cases;
  }

  private static String label(boolean transposeA, boolean transposeB) {
    return "matmul " + (transposeA ? "At" : "A") + "·" + (transposeB ? "Bt" : "B");
  }

  private static Tensor product(
      Sketch sketch, String name, int[] size, boolean transposeA, boolean transposeB) {
    int m = size[0];
    int n = size[1];
    int k = size[2];
    int[] left = transposeA ? new int[] {k, m} : new int[] {m, k};
    int[] right = transposeB ? new int[] {n, k} : new int[] {k, n};
    return sketch
        .floats("a" + name, left)
        .matmul(sketch.floats("b" + name, right), transposeA, transposeB);
  }

  private static Case sizes(boolean transposeA, boolean transposeB) {
    String name = label(transposeA, transposeB);
    return products(transposeA, transposeB, SIZES)
        .over(name, Accuracy.ONE_OP, Values.ORDINARY, Values.INTEGERS);
  }

  private static Case sums(boolean transposeA, boolean transposeB) {
    String name = label(transposeA, transposeB) + " of long sums";
    return products(transposeA, transposeB, LONG)
        .over(name, Accuracy.FEW_OPS, Values.ORDINARY, Values.POSITIVE);
  }

  private static Sketch products(boolean transposeA, boolean transposeB, int[][] sizes) {
    Sketch sketch = new Sketch();
    for (int[] size : sizes) {
      String name = Shape.of(size).toString();
      sketch.output("m, n, k = " + name, product(sketch, name, size, transposeA, transposeB));
    }
    return sketch;
  }

  private static Case extremes(boolean transposeA, boolean transposeB) {
    Sketch sketch = new Sketch();
    sketch.output("c", product(sketch, "", new int[] {7, 17, 3}, transposeA, transposeB));
    return sketch.overPairs(
        label(transposeA, transposeB) + " of all kinds",
        Accuracy.ONE_OP,
        Values.ORDINARY,
        Values.ZEROS,
        Values.TINY,
        Values.INFINITE,
        Values.NAN,
        Values.MIXED);
  }

  /** With what a dense layer does to it: a bias for each column, an activation, a mask. */
  private static Case finished(boolean transposeA, boolean transposeB) {
    Sketch sketch = new Sketch();
    int[] size = {33, 65, 17};
    Tensor c = product(sketch, "", size, transposeA, transposeB);
    sketch.output("relu", c.plus(sketch.floats("bias", 65)).relu());
    Tensor d = product(sketch, "2", size, transposeA, transposeB);
    Tensor mask = sketch.floats("mask", 33, 65);
    sketch.output("masked", mask.lessThan(mask.like(0)).select(d.times(0.5), d.like(0)));
    Tensor e = product(sketch, "3", size, transposeA, transposeB);
    sketch.output("twice", e.times(e).plus(sketch.floats("rows", 33, 1)));
    return sketch.over(
        label(transposeA, transposeB) + " finished", Accuracy.FEW_OPS, Values.ORDINARY);
  }

  /** A product that others need in memory, one that meets itself turned, and one of a product. */
  private static Case shared() {
    Sketch sketch = new Sketch();
    Tensor a = sketch.floats("a", 17, 5);
    Tensor b = sketch.floats("b", 5, 17);
    Tensor c = a.matmul(b);
    sketch.output("product", c);
    sketch.output("used", c.plus(1).relu());
    sketch.output("symmetric", a.times(2).matmul(b).plus(a.times(2).matmul(b).transpose()));
    sketch.output("chained", c.tanh().matmul(a).tanh());
    sketch.output("rows", a.matmul(b).sum(1));
    return sketch.over("matmul shared", Accuracy.FEW_OPS, Values.ORDINARY);
  }
}
