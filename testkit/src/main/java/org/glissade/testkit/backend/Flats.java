package org.glissade.testkit.backend;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.glissade.data.Field;
import org.glissade.tensor.Extent;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Members;
import org.glissade.tensor.Parameter;
import org.glissade.tensor.Partition;
import org.glissade.tensor.ReduceFn;
import org.glissade.tensor.Shape;
import org.glissade.tensor.Tensor;
import org.glissade.tensor.Variable;

/** What happens along the flat index: parts, groups of every extent, routes. */
final class Flats {
  private static final Values[] KINDS = {
    Values.ORDINARY,
    Values.ZEROS,
    Values.DENORMALS,
    Values.TINY,
    Values.HUGE,
    Values.INFINITE,
    Values.NAN,
    Values.MIXED
  };

  private Flats() {}

  static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    cases.add(parts());
    cases.add(padding());
    for (Extent extent : Extent.values()) {
      if (extent != Extent.ELEMENT) {
        cases.add(groups(extent, Parameters.layout(), KINDS));
        cases.add(groups(extent, Parameters.large(), Values.ORDINARY, Values.MIXED));
        cases.add(routed(extent));
      }
    }
    cases.add(below());
    cases.add(lists());
    return cases;
  }

  private static Case parts() {
    Sketch sketch = new Sketch(Parameters.layout());
    Layout layout = sketch.layout();
    Tensor flat = sketch.flat("x");
    Tensor parameters = sketch.graph.read(Variable.parameters(layout));
    List<Tensor> turned = new ArrayList<>();
    List<Tensor> doubled = new ArrayList<>();
    for (Parameter parameter : layout.parameters()) {
      Tensor part = flat.unpack(layout, parameter);
      sketch.output("part " + parameter.path(), part);
      sketch.output("parameter " + parameter.path(), sketch.graph.read(parameter));
      sketch.output("negated " + parameter.path(), flat.negate().unpack(layout, parameter));
      turned.add(part.negate());
      doubled.add(sketch.graph.read(parameter).times(2));
    }
    sketch.output("packed", sketch.graph.pack(layout, turned));
    sketch.output("used", sketch.graph.pack(layout, doubled).minus(parameters));
    return sketch.over("pack and unpack", Accuracy.ONE_OP, Values.ORDINARY, Values.MIXED);
  }

  /** What the host leaves between the parameters is neither read nor passed on. */
  private static Case padding() {
    Sketch sketch = new Sketch(Parameters.layout());
    Layout layout = sketch.layout();
    Tensor flat = sketch.flat("x");
    Partition all = layout.partition(Extent.GLOBAL, layout.all());
    sketch.output("sum", flat.reduce(ReduceFn.SUM, all));
    sketch.output("norm", flat.reduce(ReduceFn.SUM_OF_SQUARES, all).sqrt());
    sketch.output("exp", flat.exp());
    sketch.output(
        "parts",
        sketch.graph.pack(
            layout,
            layout.parameters().stream()
                .map(parameter -> flat.unpack(layout, parameter).exp())
                .toList()));
    float[] values = new float[layout.size()];
    java.util.Arrays.fill(values, Float.NaN);
    for (int p = 0; p < layout.parameters().size(); p++) {
      for (int e = 0; e < layout.length(p); e++) {
        values[layout.offset(p) + e] = p - e * 0.0625f;
      }
    }
    Field field = Field.f32(Shape.of(), values);
    return sketch.with(
        "padding", Accuracy.ONE_OP, List.of(new Feed("NaN between", Map.of("x", field), Map.of())));
  }

  private static Case groups(Extent extent, Layout layout, Values... kinds) {
    Sketch sketch = new Sketch(layout);
    reduce(sketch, layout.partition(extent, layout.all()));
    return sketch.over("%s of %s".formatted(extent.label(), layout), Accuracy.ONE_OP, kinds);
  }

  private static void reduce(Sketch sketch, Partition partition) {
    Tensor flat = sketch.flat("x");
    for (ReduceFn fn : ReduceFn.values()) {
      Tensor column = flat.reduce(fn, partition);
      sketch.output(fn.name(), column);
      sketch.output(fn + " spread", column.spread(partition));
    }
    Tensor sizes = sketch.graph.groupSizes(partition);
    sketch.output("sizes", sizes);
    sketch.output("means", flat.reduce(ReduceFn.SUM, partition).dividedBy(sizes));
  }

  /** Groups of some of the parameters, and another rule for the others. */
  private static Case routed(Extent extent) {
    Sketch sketch = new Sketch(Parameters.layout());
    Layout layout = sketch.layout();
    Tensor flat = sketch.flat("x");
    Members some = layout.all().where(i -> i % 2 == 1);
    Partition partition = layout.partition(extent, some);
    reduce(sketch, partition);
    Tensor normed = flat.times(flat.reduce(ReduceFn.MAX, partition).spread(partition));
    sketch.output("route", normed.route(layout, some, flat.negate()));
    sketch.output("nothing", flat.like(0).route(layout, some, flat));
    return sketch.over("%s of some parameters".formatted(extent.label()), Accuracy.ONE_OP, KINDS);
  }

  /** Groups of nothing but negative numbers: a padding of 0 would be their largest. */
  private static Case below() {
    Sketch sketch = new Sketch(Parameters.layout());
    Layout layout = sketch.layout();
    Tensor flat = sketch.flat("x");
    for (Extent extent : List.of(Extent.UNIT, Extent.PARAMETER, Extent.GLOBAL)) {
      Partition partition = layout.partition(extent, layout.all());
      sketch.output(extent.label(), flat.reduce(ReduceFn.MAX, partition));
      sketch.output(extent.label() + " of e^x", flat.exp().reduce(ReduceFn.SUM, partition));
    }
    return sketch.over("groups of negative numbers", Accuracy.FEW_OPS, Values.MINUS_LARGE);
  }

  /** The numbers of groups as a dense list and back: as they are, computed with, and compared. */
  private static Case lists() {
    Sketch sketch = new Sketch(Parameters.layout());
    Layout layout = sketch.layout();
    Tensor flat = sketch.flat("x");
    for (Extent extent : List.of(Extent.UNIT, Extent.PARAMETER, Extent.GLOBAL)) {
      Partition partition = layout.partition(extent, layout.all());
      Tensor column = flat.reduce(ReduceFn.MAX, partition);
      Tensor list = column.toDense();
      int groups = partition.groups();
      Tensor smaller = list.lessThan(list.reshape(Shape.of(groups, 1)));
      Tensor rank = smaller.sum(1).reshape(Shape.of(groups));
      sketch.output(extent.label() + " list", list);
      sketch.output(extent.label() + " list, back", list.toColumn(partition));
      sketch.output(extent.label() + " doubled", list.times(2).toColumn(partition).times(2));
      sketch.output(extent.label() + " ranks", rank.toColumn(partition));
    }
    return sketch.over("groups as a list", Accuracy.ONE_OP, KINDS);
  }
}
