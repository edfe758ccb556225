package org.glissade.reference;

import java.util.List;
import java.util.function.Supplier;
import org.glissade.data.Field;
import org.glissade.random.Seed;
import org.glissade.tensor.Graph;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Op;
import org.glissade.tensor.Parameter;
import org.glissade.tensor.Tensor;
import org.glissade.tensor.Variable;

/**
 * What variables hold before the first step, the same on every backend. The parameters are filled
 * by their initialisers, each with the key of the stream {@code init/<path>} of the run's seed; all
 * others are evaluated from their initial expression, which may use constants, random numbers and
 * the parameters.
 */
public final class InitialValues {
  private final Layout layout;
  private final long seed;
  private final Supplier<double[]> parameters;

  /**
   * Values of one run.
   *
   * @param parameters the flat parameters as the Store holds them, for expressions that use them
   */
  public InitialValues(Layout layout, long seed, Supplier<double[]> parameters) {
    this.layout = layout;
    this.seed = seed;
    this.parameters = parameters;
  }

  /** One number for each element of the variable's shape; padding is 0. */
  public double[] of(Variable variable) {
    if (variable.key().equals(Variable.PARAMETERS)) {
      return fill();
    }
    Tensor initial = variable.initial();
    if (initial == null) {
      throw new IllegalArgumentException(
          "Variable %s has no initial value: only the parameters have initialisers"
              .formatted(variable.key()));
    }
    Beginning beginning = new Beginning(variable.key());
    for (Tensor node : Graph.needed(List.of(initial))) {
      if (node.op() instanceof Op.Host host) {
        throw beginning.unknown("host link " + host.link());
      }
    }
    return Interpreter.evaluate(initial, beginning);
  }

  private double[] fill() {
    double[] flat = new double[layout.size()];
    for (int p = 0; p < layout.parameters().size(); p++) {
      Parameter parameter = layout.parameters().get(p);
      float[] values = new float[layout.length(p)];
      long key = Seed.of(seed).stream("init/" + parameter.path()).key();
      parameter.initializer().fill(values, parameter, key);
      for (int i = 0; i < values.length; i++) {
        flat[layout.offset(p) + i] = values[i];
      }
    }
    return flat;
  }

  /** What can be known before the first step. */
  private final class Beginning implements Environment {
    private final String key;

    Beginning(String key) {
      this.key = key;
    }

    @Override
    public Layout layout() {
      return layout;
    }

    @Override
    public long seed() {
      return seed;
    }

    @Override
    public double[] variable(Variable variable) {
      if (variable.key().equals(Variable.PARAMETERS)) {
        return parameters.get();
      }
      throw unknown("variable " + variable.key());
    }

    @Override
    public Field input(Tensor input) {
      throw unknown("input " + ((Op.Input) input.op()).name());
    }

    private IllegalArgumentException unknown(String what) {
      return new IllegalArgumentException(
          "The first value of %s depends on %s: use constants and parameter values only"
              .formatted(key, what));
    }
  }
}
