package org.glissade.reference;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.glissade.backend.Lookup;
import org.glissade.backend.Store;
import org.glissade.backend.VariableTable;
import org.glissade.tensor.Definition;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Space;
import org.glissade.tensor.Variable;

/** Everything in double: nothing is rounded between steps. No array in it is ever changed. */
final class ReferenceStore implements Store {
  private final VariableTable table = new VariableTable();
  private final Map<String, double[]> values = new TreeMap<>();

  /** Adds what a program needs, with first values. */
  void add(Definition definition, long seed) {
    for (Variable variable : table.add(definition)) {
      InitialValues first = new InitialValues(layout(), seed, () -> current(Variable.PARAMETERS));
      values.put(variable.key(), first.of(variable));
    }
  }

  /** The numbers of a variable, which are not to be changed. */
  double[] current(String key) {
    return Lookup.find("variable", key, values);
  }

  /** Replaces the numbers of several variables at once. */
  void replace(Map<String, double[]> next) {
    values.putAll(next);
  }

  @Override
  public SortedMap<String, Variable> variables() {
    return table.variables();
  }

  @Override
  public Layout layout() {
    return table.layout();
  }

  @Override
  public double[] read(String key) {
    return current(key).clone();
  }

  @Override
  public void write(String key, double... numbers) {
    Variable variable = table.get(key, numbers.length);
    values.put(key, variable.space() == Space.FLAT ? unpadded(numbers) : numbers.clone());
  }

  private double[] unpadded(double[] numbers) {
    double[] flat = new double[numbers.length];
    for (int p = 0; p < layout().parameters().size(); p++) {
      System.arraycopy(numbers, layout().offset(p), flat, layout().offset(p), layout().length(p));
    }
    return flat;
  }
}
