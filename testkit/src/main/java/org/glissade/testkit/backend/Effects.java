package org.glissade.testkit.backend;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.glissade.tensor.Effect;
import org.glissade.tensor.Extent;
import org.glissade.tensor.Layout;
import org.glissade.tensor.ReduceFn;
import org.glissade.tensor.Shape;
import org.glissade.tensor.Space;
import org.glissade.tensor.Tensor;
import org.glissade.tensor.Variable;
import org.glissade.tensor.Variable.Role;
import org.jspecify.annotations.Nullable;

/**
 * What a run changes in the Store: all next values are computed from old ones, and a condition that
 * fails keeps a value, bit for bit.
 */
final class Effects {
  private static final Feed NOTHING = new Feed("nothing", Map.of(), Map.of());

  private Effects() {}

  static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (Space space : Space.values()) {
      cases.add(exchange(space));
      cases.add(conditions(space));
      cases.add(kept(space));
    }
    cases.add(together());
    return cases;
  }

  /** A variable of a space, with two different first values. */
  private static Variable variable(Sketch sketch, Space space, String name, double initial) {
    Layout layout = sketch.layout();
    Tensor flat = sketch.graph.read(Variable.parameters(layout));
    Tensor first =
        switch (space) {
          case DENSE -> sketch.graph.constant(initial, Shape.of(3, 17));
          case FLAT -> flat.times(initial);
          case COLUMN ->
              flat.reduce(ReduceFn.SUM, layout.partition(Extent.UNIT, layout.all())).like(initial);
          case SCALAR -> sketch.graph.scalar(initial);
        };
    Role role = space == Space.DENSE ? Role.BUFFER : Role.STATE;
    return new Variable(name, role, space, first.shape(), first);
  }

  private static String label(Space space) {
    return space.name().toLowerCase(Locale.ROOT);
  }

  /** Each of two variables gets what the other was; what is read is what was. */
  private static Case exchange(Space space) {
    Sketch sketch = new Sketch(Parameters.layout());
    Variable left = variable(sketch, space, "left", 0.5);
    Variable right = variable(sketch, space, "right", -1.25);
    Tensor oldLeft = sketch.graph.read(left);
    Tensor oldRight = sketch.graph.read(right);
    sketch.effect(new Effect(left, oldRight, null), new Effect(right, oldLeft, null));
    sketch.output("sum", oldLeft.times(2).plus(oldRight));
    return sketch.with(
        label(space) + " variables exchanged", Accuracy.ONE_OP, List.of(NOTHING, NOTHING));
  }

  /** Conditions that hold in some runs only. */
  private static Case conditions(Space space) {
    Sketch sketch = new Sketch(Parameters.layout());
    Tensor holds = sketch.setting("holds", 1);
    Tensor both = holds.times(sketch.setting("other", 1));
    for (int i = 0; i < 3; i++) {
      @Nullable Tensor when = i == 0 ? null : i == 1 ? holds : both;
      Variable variable = variable(sketch, space, "v" + i, 0.5 + i);
      Tensor old = sketch.graph.read(variable);
      sketch.effect(new Effect(variable, old.times(-1.5).plus(1), when));
      sketch.output("double " + i, old.times(2));
    }
    return sketch.with(
        label(space) + " variables under conditions", Accuracy.FEW_OPS, runs(1, 0, 0, 1));
  }

  /** Under a condition that fails even NaN as a next value does no harm. */
  private static Case kept(Space space) {
    Sketch sketch = new Sketch(Parameters.layout());
    Tensor holds = sketch.setting("holds", 0);
    Variable variable = variable(sketch, space, "v", 0.1);
    Tensor old = sketch.graph.read(variable);
    sketch.effect(new Effect(variable, old.like(Double.NaN), holds));
    return sketch.with(label(space) + " variable kept", Accuracy.EXACT, runs(0, 0));
  }

  /** Parameters, a state of elements, one of groups and a counter in one step. */
  private static Case together() {
    Sketch sketch = new Sketch(Parameters.layout());
    Layout layout = sketch.layout();
    Tensor g = sketch.flat("g");
    Variable parameters = Variable.parameters(layout);
    Variable mean = variable(sketch, Space.FLAT, "mean", 0);
    Variable norms = variable(sketch, Space.COLUMN, "norms", 1);
    Variable count = variable(sketch, Space.SCALAR, "steps", 0);
    var units = layout.partition(Extent.UNIT, layout.all());
    Tensor next = sketch.graph.read(mean).times(0.9).plus(g);
    Tensor norm = next.reduce(ReduceFn.SUM_OF_SQUARES, units).sqrt();
    Tensor largest = sketch.graph.read(norms).maximum(norm);
    Tensor rate = sketch.graph.read(count).plus(1).reciprocalOrZero();
    Tensor update = next.times(largest.reciprocalOrZero().spread(units)).times(rate);
    Tensor holds = sketch.setting("holds", 1);
    sketch.effect(
        new Effect(parameters, sketch.graph.read(parameters).minus(update), holds),
        new Effect(mean, next, holds),
        new Effect(norms, largest, holds),
        new Effect(count, sketch.graph.read(count).plus(1), holds));
    sketch.output("norms", norm).output("rate", rate).output("old", sketch.graph.read(count));
    List<Feed> feeds = new ArrayList<>();
    for (double number : new double[] {1, 1, 0, 1}) {
      Feed feed = sketch.feed(Values.ORDINARY);
      feeds.add(new Feed("holds " + number, feed.inputs(), Map.of("holds", new double[] {number})));
    }
    return sketch.with("all kinds of variables", Accuracy.ONE_STEP, feeds);
  }

  private static List<Feed> runs(double... conditions) {
    return DoubleStream.of(conditions)
        .mapToObj(
            holds -> new Feed("holds = " + holds, Map.of(), Map.of("holds", new double[] {holds})))
        .toList();
  }
}
