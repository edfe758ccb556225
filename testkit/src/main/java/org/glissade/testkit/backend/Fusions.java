package org.glissade.testkit.backend;

import java.util.List;
import org.glissade.tensor.Extent;
import org.glissade.tensor.Layout;
import org.glissade.tensor.ReduceFn;
import org.glissade.tensor.Shape;
import org.glissade.tensor.Tensor;

/** Ops one after another, which planners merge. */
final class Fusions {
  private Fusions() {}

  static List<Case> cases() {
    return List.of(arithmetic(), softmax(), normalised(), pictures(), sweeps());
  }

  private static Case arithmetic() {
    Sketch sketch = new Sketch();
    Tensor x = sketch.floats("x", 33, 17);
    Tensor y = sketch.floats("y", 17);
    Tensor shared = x.times(y).plus(0.5);
    sketch.output("long", shared.tanh().times(shared.sigmoid()).minus(x.abs().sqrt()));
    sketch.output("same operand", shared.times(shared).plus(shared));
    sketch.output("turned", shared.transpose().plus(x.transpose().square()));
    sketch.output("thin", shared.reshape(Shape.of(33, 1, 17)).minus(y));
    sketch.output("constants", x.like(2).times(x.like(3)).minus(x));
    sketch.output("detached", shared.detach().relu());
    return sketch.over("element-wise neighbours", Accuracy.FEW_OPS, Values.ORDINARY);
  }

  private static Case softmax() {
    Sketch sketch = new Sketch();
    Tensor x = sketch.floats("x", 33, 10);
    Tensor exp = x.minus(x.max(1).detach()).exp();
    sketch.output("softmax", exp.dividedBy(exp.sum(1)));
    sketch.output("log-sum-exp", exp.sum(1).log().plus(x.max(1)));
    sketch.output("loss", exp.sum(1).log().plus(x.max(1)).mean());
    return sketch.over("softmax", Accuracy.FEW_OPS, Values.ORDINARY, Values.LARGE);
  }

  private static Case normalised() {
    Sketch sketch = new Sketch();
    Tensor x = sketch.floats("x", 17, 33);
    Tensor centred = x.minus(x.mean(0));
    Tensor variance = centred.square().mean(0);
    sketch.output("variance", variance);
    sketch.output("normalised", centred.dividedBy(variance.plus(1e-5).sqrt()));
    sketch.output("squares", centred.reduce(ReduceFn.SUM_OF_SQUARES, 1));
    sketch.output("all", centred.abs().max());
    return sketch.over("means and variances", Accuracy.FEW_OPS, Values.ORDINARY, Values.POSITIVE);
  }

  /** Axes that a reduction and its producer see differently. */
  private static Case pictures() {
    Sketch sketch = new Sketch();
    Tensor x = sketch.floats("x", 3, 5, 7, 2);
    Tensor moved = x.transpose(0, 3, 1, 2).times(2);
    sketch.output("moved", moved.sum(2, 3));
    sketch.output("channels", moved.sum(0, 2, 3));
    sketch.output("rows", moved.reshape(Shape.of(6, 35)).max(1));
    sketch.output("middle", x.plus(sketch.floats("bias", 7, 1)).sum(2));
    return sketch.over("reductions of moved axes", Accuracy.FEW_OPS, Values.ORDINARY);
  }

  /** Groups of different extents meet in one rule for all parameters. */
  private static Case sweeps() {
    Sketch sketch = new Sketch(Parameters.layout());
    Layout layout = sketch.layout();
    Tensor g = sketch.flat("g");
    Tensor rule = g;
    for (Extent extent : List.of(Extent.UNIT, Extent.PARAMETER, Extent.LAYER, Extent.GROUP)) {
      var partition = layout.partition(extent, layout.all());
      Tensor norm = rule.reduce(ReduceFn.SUM_OF_SQUARES, partition).sqrt();
      rule = rule.times(norm.reciprocalOrZero().spread(partition)).plus(g.times(0.25));
      sketch.output(extent.label() + " norms", norm);
    }
    sketch.output("rule", rule);
    sketch.output("between", rule.abs().minus(g));
    return sketch.over("sweeps", Accuracy.FEW_OPS, Values.ORDINARY, Values.INTEGERS);
  }
}
