package org.glissade.testkit.backend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.glissade.data.Field;
import org.glissade.tensor.DType;
import org.glissade.tensor.Definition;
import org.glissade.tensor.Effect;
import org.glissade.tensor.Graph;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Shape;
import org.glissade.tensor.Space;
import org.glissade.tensor.Tensor;
import org.glissade.tensor.Variable;

/** A program in the making, with the data of its runs. */
final class Sketch {
  final Graph graph = new Graph();
  private final Layout layout;
  private final Map<String, Tensor> floats = new LinkedHashMap<>();
  private final Map<String, Field> fixed = new LinkedHashMap<>();
  private final Map<String, Tensor> outputs = new LinkedHashMap<>();
  private final List<Effect> effects = new ArrayList<>();

  /** A program without parameters. */
  Sketch() {
    this(Layout.of(List.of()));
  }

  /** A program on these parameters. */
  Sketch(Layout layout) {
    this.layout = layout;
  }

  /** An input of floats, which each run fills anew. */
  Tensor floats(String name, int... dims) {
    Tensor input = graph.input(name, Shape.of(dims), DType.F32);
    floats.put(name, input);
    return input;
  }

  /** A flat input of floats, which each run fills anew. */
  Tensor flat(String name) {
    Tensor input = graph.flatInput(name, layout);
    floats.put(name, input);
    return input;
  }

  /** An input that is the same in every run. */
  Tensor fixed(String name, Field data) {
    List<Integer> dims = new ArrayList<>(data.example().dims());
    dims.add(0, data.count());
    fixed.put(name, data);
    return graph.input(name, new Shape(dims), data.type());
  }

  /** A number that each run may write; it stands alone. */
  Tensor setting(String name, double initial) {
    return graph.read(
        new Variable(name, Variable.Role.SETTING, Space.SCALAR, Shape.of(), graph.scalar(initial)));
  }

  Layout layout() {
    return layout;
  }

  Sketch output(String name, Tensor tensor) {
    outputs.put(name, tensor);
    return this;
  }

  Sketch effect(Effect... more) {
    effects.addAll(Arrays.asList(more));
    return this;
  }

  /** One run for each kind of numbers, of which all inputs of floats are. */
  Case over(String name, Accuracy accuracy, Values... kinds) {
    return with(name, accuracy, Stream.of(kinds).map(this::feed).toList());
  }

  /** One run for each pair of kinds: the first input gets the one, the others the other. */
  Case overPairs(String name, Accuracy accuracy, Values... kinds) {
    List<Feed> feeds = new ArrayList<>();
    for (Values first : kinds) {
      for (Values second : kinds) {
        feeds.add(feed(first, second));
      }
    }
    return with(name, accuracy, feeds);
  }

  Case with(String name, Accuracy accuracy, List<Feed> feeds) {
    Definition definition = new Definition(name, graph, layout, outputs, effects, null);
    return new Case(definition, feeds, accuracy);
  }

  Feed feed(Values kind) {
    return feed(kind, kind);
  }

  private Feed feed(Values first, Values others) {
    Map<String, Field> inputs = new LinkedHashMap<>(fixed);
    for (Map.Entry<String, Tensor> input : floats.entrySet()) {
      Values kind = inputs.size() == fixed.size() ? first : others;
      inputs.put(input.getKey(), Data.of(input.getValue().shape(), kind, inputs.size()));
    }
    String label = first == others ? first.label() : first.label() + ", " + others.label();
    return new Feed(label, inputs, Map.of());
  }
}
