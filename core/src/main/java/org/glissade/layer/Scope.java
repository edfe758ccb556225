package org.glissade.layer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.glissade.tensor.Distribution;
import org.glissade.tensor.Effect;
import org.glissade.tensor.Graph;
import org.glissade.tensor.Initializer;
import org.glissade.tensor.Kind;
import org.glissade.tensor.Parameter;
import org.glissade.tensor.Shape;
import org.glissade.tensor.Space;
import org.glissade.tensor.Tensor;
import org.glissade.tensor.Variable;

/**
 * What a layer may ask for while it is described: parameters, buffers, random numbers, children.
 * Names within a scope must differ; paths such as {@code encoder/dense-1/weight} tell everything in
 * a model apart.
 */
public final class Scope {
  private final Graph graph;
  private final ParameterTable table;
  private final String path;
  private final boolean training;
  private final Tensor step;
  private final Function<Parameter, Tensor> values;
  private final List<Effect> effects;
  private final List<LayerOutput> outputs;
  private final Set<String> names = new HashSet<>();

  private Scope(
      Graph graph,
      ParameterTable table,
      String path,
      boolean training,
      Tensor step,
      Function<Parameter, Tensor> values,
      List<Effect> effects,
      List<LayerOutput> outputs) {
    this.graph = graph;
    this.table = table;
    this.path = path;
    this.training = training;
    this.step = step;
    this.values = values;
    this.effects = effects;
    this.outputs = outputs;
  }

  /**
   * The scope of a whole model in one program.
   *
   * @param step the number of applied updates, a scalar: random numbers differ from one to the next
   */
  public static Scope root(ParameterTable table, boolean training, Tensor step) {
    return root(table, training, step, step.graph()::read);
  }

  /**
   * The scope of a whole model that takes other values than those of its parameters.
   *
   * @param values what a layer gets for a parameter, in the parameter's shape
   */
  public static Scope root(
      ParameterTable table, boolean training, Tensor step, Function<Parameter, Tensor> values) {
    return new Scope(
        step.graph(), table, "", training, step, values, new ArrayList<>(), new ArrayList<>());
  }

  /** Whether the program trains; layers such as dropout act only then. */
  public boolean training() {
    return training;
  }

  /** The path of this scope, such as {@code encoder/dense-1}; empty for the model. */
  public String path() {
    return path;
  }

  /** A parameter without output units, such as an embedding table or a scale. */
  public Tensor parameter(String name, Shape shape, Initializer initializer, Kind kind) {
    return parameter(name, shape, initializer, kind, Parameter.NO_UNITS);
  }

  /**
   * A parameter.
   *
   * @param name told apart from the other names of this scope
   * @param unitAxis the axis along which the output units lie, for the UNIT extent and the fans of
   *     initialisers
   * @return its values
   */
  public Tensor parameter(
      String name, Shape shape, Initializer initializer, Kind kind, int unitAxis) {
    Parameter parameter = new Parameter(claim(name), path, shape, kind, unitAxis, initializer);
    return values.apply(table.declare(parameter));
  }

  /**
   * Something that the layer remembers and no gradient changes, such as running statistics.
   *
   * @param initial its value before the first step, everywhere
   */
  public Buffer buffer(String name, Shape shape, double initial) {
    Tensor first = graph.constant(initial, shape);
    Variable variable = new Variable(claim(name), Variable.Role.BUFFER, Space.DENSE, shape, first);
    return new Buffer(table.declare(variable));
  }

  /** Random numbers, new in each applied update and the same for equal seeds. */
  public Tensor random(String name, Distribution distribution, Shape shape) {
    return graph.random(distribution, shape, claim(name), step);
  }

  /** A constant. */
  public Tensor constant(double value, Shape shape) {
    return graph.constant(value, shape);
  }

  /** Describes a layer within this one, under a name; errors and parameter paths carry it. */
  public Tensor child(String name, Layer layer, Tensor x) {
    Scope inner = new Scope(graph, table, claim(name), training, step, values, effects, outputs);
    Tensor output = graph.within(name, () -> layer.apply(x, inner));
    outputs.add(new LayerOutput(inner.path, layer, output));
    return output;
  }

  /** What the layers of this model remember after a step. */
  public List<Effect> effects() {
    return List.copyOf(effects);
  }

  /** What every layer of this model gave, each after the layers within it. */
  public List<LayerOutput> outputs() {
    return List.copyOf(outputs);
  }

  private String claim(String name) {
    if (!names.add(name)) {
      throw new IllegalArgumentException(
          "%s has two things called %s: give one another name"
              .formatted(path.isEmpty() ? "The model" : "Layer " + path, name));
    }
    return path.isEmpty() ? name : path + "/" + name;
  }

  /** A value that outlives the step. */
  public final class Buffer {
    private final Variable variable;

    private Buffer(Variable variable) {
      this.variable = variable;
    }

    /** What it was before the step. */
    public Tensor old() {
      return graph.read(variable);
    }

    /** Gives it its value for the next step; where the update is skipped, it keeps the old one. */
    public void set(Tensor next) {
      effects.add(new Effect(variable, next, null));
    }
  }
}
