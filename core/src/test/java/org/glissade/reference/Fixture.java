package org.glissade.reference;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.glissade.data.Field;
import org.glissade.tensor.Graph;
import org.glissade.tensor.Kind;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Op;
import org.glissade.tensor.Parameter;
import org.glissade.tensor.Shape;
import org.glissade.tensor.Space;
import org.glissade.tensor.Tensor;
import org.glissade.tensor.Variable;

/** A graph whose leaves have the values that a test gives them, in double. */
public final class Fixture implements Environment {
  /** The seed of its random numbers. */
  public static final long SEED = 7;

  private final Graph graph = new Graph();
  private final Layout layout;
  private final Map<String, double[]> variables = new HashMap<>();
  private final Map<String, Field> inputs = new HashMap<>();

  /** A graph over these parameters. */
  public Fixture(Parameter... parameters) {
    this.layout = Layout.of(List.of(parameters));
  }

  /** A weight with units along an axis, in the layer that its path begins with. */
  public static Parameter parameter(String path, int unitAxis, int... dims) {
    String layer = path.substring(0, Math.max(0, path.lastIndexOf('/')));
    return new Parameter(path, layer, Shape.of(dims), Kind.WEIGHT, unitAxis, (v, p, k) -> {});
  }

  /** The graph. */
  public Graph graph() {
    return graph;
  }

  /** A dense tensor with these numbers. */
  public Tensor dense(Shape shape, double... numbers) {
    return leaf(Space.DENSE, shape, numbers);
  }

  /** One row. */
  public Tensor row(double... numbers) {
    return dense(Shape.of(numbers.length), numbers);
  }

  /** A scalar with this number. */
  public Tensor scalar(double number) {
    return leaf(Space.SCALAR, Shape.of(), number);
  }

  /** A flat tensor with these numbers for the elements, one after another, and NaN as padding. */
  public Tensor flat(double... numbers) {
    double[] flat = new double[layout.size()];
    Arrays.fill(flat, Double.NaN);
    int next = 0;
    for (int p = 0; p < layout.parameters().size(); p++) {
      for (int e = 0; e < layout.length(p); e++) {
        flat[layout.offset(p) + e] = numbers[next++];
      }
    }
    return leaf(Space.FLAT, Shape.of(layout.size()), flat);
  }

  private Tensor leaf(Space space, Shape shape, double... numbers) {
    String key = "leaf-" + variables.size();
    variables.put(key, numbers);
    return graph.read(new Variable(key, Variable.Role.BUFFER, space, shape, null));
  }

  /** Gives a parameter its values. */
  public void set(Parameter parameter, double... values) {
    double[] flat =
        variables.computeIfAbsent(Variable.PARAMETERS, key -> new double[layout.size()]);
    int offset = layout.offset(layout.indexOf(parameter));
    System.arraycopy(values, 0, flat, offset, values.length);
  }

  /** Binds data to an input. */
  public void bind(String input, Field data) {
    inputs.put(input, data);
  }

  /** The value of a tensor. */
  public double[] evaluate(Tensor tensor) {
    return Interpreter.evaluate(tensor, this);
  }

  /** The elements of a flat tensor, without padding. */
  public double[] elements(Tensor flat) {
    double[] all = evaluate(flat);
    double[] elements = new double[all.length];
    int next = 0;
    for (int p = 0; p < layout.parameters().size(); p++) {
      System.arraycopy(all, layout.offset(p), elements, next, layout.length(p));
      next += layout.length(p);
    }
    return Arrays.copyOf(elements, next);
  }

  @Override
  public Layout layout() {
    return layout;
  }

  @Override
  public long seed() {
    return SEED;
  }

  @Override
  public double[] variable(Variable variable) {
    return Objects.requireNonNull(variables.get(variable.key()), variable.key());
  }

  @Override
  public Field input(Tensor input) {
    String name = ((Op.Input) input.op()).name();
    return Objects.requireNonNull(inputs.get(name), name);
  }
}
