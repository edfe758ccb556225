package org.glissade.testkit.backend;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.glissade.tensor.BinaryFn;
import org.glissade.tensor.Extent;
import org.glissade.tensor.ReduceFn;
import org.glissade.tensor.Tensor;
import org.glissade.tensor.UnaryFn;

/** Every element-wise op in every space, on every kind of numbers. */
final class ElementWise {
  /** Shorter, as long as, and longer than vector registers, with and without a rest. */
  private static final int[] SIZES = {1, 3, 16, 17, 33, 127, 513};

  private static final Values[] PAIRED = {
    Values.ORDINARY,
    Values.INTEGERS,
    Values.ZEROS,
    Values.DENORMALS,
    Values.TINY,
    Values.HUGE,
    Values.INFINITE,
    Values.NAN,
    Values.MIXED
  };

  private ElementWise() {}

  static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (UnaryFn fn : UnaryFn.values()) {
      cases.add(unary(fn));
      cases.add(everywhere(label(fn), x -> x.unary(fn)));
    }
    for (BinaryFn fn : BinaryFn.values()) {
      cases.add(binary(fn));
      cases.add(pairs(fn));
      cases.add(broadcasts(fn));
      cases.add(everywhere(label(fn), x -> x.binary(fn, x.maximum(0.75))));
    }
    cases.add(select());
    cases.add(everywhere("select", x -> x.lessThan(x.like(0.5)).select(x.plus(1), x)));
    return cases;
  }

  private static String label(Enum<?> fn) {
    return fn.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Case unary(UnaryFn fn) {
    Sketch sketch = new Sketch();
    for (int size : SIZES) {
      sketch.output("y" + size, sketch.floats("x" + size, size).unary(fn));
    }
    return sketch.over(label(fn), Accuracy.ONE_OP, Values.values());
  }

  private static Case binary(BinaryFn fn) {
    Sketch sketch = new Sketch();
    for (int size : SIZES) {
      Tensor x = sketch.floats("x" + size, size);
      sketch.output("z" + size, x.binary(fn, sketch.floats("y" + size, size)));
    }
    return sketch.over(label(fn), Accuracy.ONE_OP, Values.ORDINARY, Values.POSITIVE, Values.MIXED);
  }

  private static Case pairs(BinaryFn fn) {
    Sketch sketch = new Sketch();
    Tensor x = sketch.floats("x", 99);
    sketch.output("z", x.binary(fn, sketch.floats("y", 99)));
    return sketch.overPairs(label(fn) + " of all kinds", Accuracy.ONE_OP, PAIRED);
  }

  private static Case broadcasts(BinaryFn fn) {
    Sketch sketch = new Sketch();
    Tensor x = sketch.floats("x", 5, 1, 33);
    Tensor scalar = sketch.setting("scalar", 0.75);
    sketch.output("middle", x.binary(fn, sketch.floats("y", 5, 7, 33)));
    sketch.output("last", x.binary(fn, sketch.floats("column", 5, 3, 1)));
    sketch.output("leading", x.binary(fn, sketch.floats("row", 33)));
    sketch.output("both", x.binary(fn, sketch.floats("matrix", 3, 1)));
    sketch.output("constant", x.binary(fn, x.like(-1.5)));
    sketch.output("scalar", x.binary(fn, scalar));
    sketch.output("scalar first", scalar.binary(fn, x));
    return sketch.over(label(fn) + " broadcast", Accuracy.ONE_OP, Values.POSITIVE, Values.MIXED);
  }

  private static Case select() {
    Sketch sketch = new Sketch();
    Tensor condition = sketch.floats("condition", 129);
    Tensor yes = sketch.floats("yes", 129);
    Tensor no = sketch.floats("no", 129);
    sketch.output("both", condition.select(yes, no));
    sketch.output("constant", condition.select(yes, yes.like(0)));
    sketch.output("broadcast", sketch.floats("one", 1).select(yes, no));
    return sketch.overPairs("select", Accuracy.EXACT, PAIRED);
  }

  /** The same function of elements along the flat index, of a column and of a scalar. */
  private static Case everywhere(String name, Function<Tensor, Tensor> rule) {
    Sketch sketch = new Sketch(Parameters.layout());
    Tensor flat = sketch.flat("x");
    Tensor column =
        flat.reduce(ReduceFn.MAX, sketch.layout().partition(Extent.UNIT, sketch.layout().all()));
    sketch.output("flat", rule.apply(flat));
    sketch.output("column", rule.apply(column));
    sketch.output("scalar", rule.apply(sketch.floats("one", 1).toScalar()));
    return sketch.over(name + " of parameters, groups and scalars", Accuracy.ONE_OP, PAIRED);
  }
}
