package org.glissade.testkit.backend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.glissade.tensor.Effect;
import org.glissade.tensor.Extent;
import org.glissade.tensor.HostFunction;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Parameter;
import org.glissade.tensor.Partition;
import org.glissade.tensor.ReduceFn;
import org.glissade.tensor.Tensor;
import org.glissade.tensor.Variable;

/** Java in the middle of a program: what it is given, and what becomes of what it gives. */
final class Hosts {
  /** Each result is its input from the end to the beginning. */
  private static final HostFunction TURNED =
      (in, out) -> {
        for (int i = 0; i < out.size(); i++) {
          double[] from = in.get(i);
          Arrays.setAll(out.get(i), j -> from[from.length - 1 - j]);
        }
      };

  private Hosts() {}

  static List<Case> cases() {
    return List.of(
        everySpace(Parameters.layout()),
        everySpace(Parameters.large()),
        computed(),
        behindEachOther(),
        Steps.training("a host link", Rules.chain(Rules.hosted(), Rules.rate(0.1))));
  }

  /** Elements, groups and a number to the host and back. */
  private static Case everySpace(Layout layout) {
    Sketch sketch = new Sketch(layout);
    Tensor flat = sketch.flat("x");
    Partition units = layout.partition(Extent.UNIT, layout.all());
    List<Tensor> given =
        List.of(flat, flat.reduce(ReduceFn.MAX, units), sketch.setting("number", 1.25));
    List<Tensor> turned = sketch.graph.host("turned", TURNED, given, given);
    Tensor elements = turned.get(0);
    sketch.output("elements", elements);
    sketch.output("groups", turned.get(1));
    sketch.output("number", turned.get(2));
    sketch.output("together", elements.times(turned.get(1).spread(units)).times(turned.get(2)));
    sketch.output("largest", elements.reduce(ReduceFn.MAX, units));
    Parameter first = layout.parameters().get(0);
    sketch.output("part", elements.unpack(layout, first));
    return sketch.over(
        "a host link on " + layout, Accuracy.FEW_OPS, Values.ORDINARY, Values.TINY, Values.MIXED);
  }

  /** Inputs that no memory holds otherwise, and parameters that the same step changes. */
  private static Case computed() {
    Sketch sketch = new Sketch(Parameters.layout());
    Layout layout = sketch.layout();
    Tensor flat = sketch.flat("x");
    Variable parameters = Variable.parameters(layout);
    Tensor old = sketch.graph.read(parameters);
    Partition layers = layout.partition(Extent.LAYER, layout.all());
    Tensor count = sketch.graph.groupSizes(layers);
    Tensor number = sketch.setting("number", 0.5);
    Tensor all = number.spread(layers);
    List<Tensor> given =
        List.of(
            flat.negate(),
            old,
            flat.like(2),
            all,
            count.like(3),
            number.times(count),
            sketch.graph.scalar(0.25));
    List<Tensor> turned = sketch.graph.host("turned", TURNED, given, given);
    Tensor holds = sketch.setting("holds", 1);
    sketch.effect(new Effect(parameters, old.minus(turned.get(0).times(0.5)), holds));
    for (int i = 1; i < turned.size(); i++) {
      sketch.output("result " + i, turned.get(i));
    }
    List<Feed> feeds = new ArrayList<>();
    for (double condition : new double[] {1, 0, 1}) {
      Feed feed = sketch.feed(Values.ORDINARY);
      Map<String, double[]> settings = Map.of("holds", new double[] {condition});
      feeds.add(new Feed("holds " + condition, feed.inputs(), settings));
    }
    return sketch.with("a host link on what is computed", Accuracy.FEW_OPS, feeds);
  }

  /**
   * The second of two results alone is used, by another host link, and that by a third; a fourth
   * reads nothing.
   */
  private static Case behindEachOther() {
    Sketch sketch = new Sketch(Parameters.layout());
    Layout layout = sketch.layout();
    Tensor flat = sketch.flat("x");
    Partition all = layout.partition(Extent.GLOBAL, layout.all());
    List<Tensor> two = List.of(flat.reduce(ReduceFn.MAX, all), flat);
    Tensor once = sketch.graph.host("first", TURNED, two, two).get(1);
    Tensor twice = sketch.graph.host("second", TURNED, List.of(once), List.of(once)).get(0);
    Tensor half = twice.times(0.5);
    Tensor third = sketch.graph.host("third", TURNED, List.of(half), List.of(half)).get(0);
    sketch.output("twice", twice);
    HostFunction fixed = (in, out) -> out.get(0)[0] = 2.5;
    sketch.output("fixed", sketch.graph.host("fixed", fixed, List.of(), two.subList(0, 1)).get(0));
    sketch.output("third", third.plus(flat));
    return sketch.over("host links behind each other", Accuracy.ONE_OP, Values.ORDINARY);
  }
}
