package org.glissade.nd4j;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.glissade.backend.Store;
import org.glissade.backend.VariableTable;
import org.glissade.reference.InitialValues;
import org.glissade.tensor.Definition;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Space;
import org.glissade.tensor.Variable;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The variables of a session as native arrays: floats for elements, doubles for what stands alone.
 */
final class Nd4jStore implements Store {
  private final VariableTable table = new VariableTable();
  private final Map<String, Place> places = new HashMap<>();
  private final Allocation allocation;

  Nd4jStore(Allocation allocation) {
    this.allocation = allocation;
  }

  /** Adds what a program needs, with first values. */
  void add(Definition definition, long seed) {
    for (Variable variable : table.add(definition)) {
      places.put(variable.key(), allocation.zeros(variable.type(), variable.shape().size()));
      InitialValues first = new InitialValues(layout(), seed, () -> read(Variable.PARAMETERS));
      write(variable.key(), first.of(variable));
    }
  }

  /** Where a variable lies. */
  Place place(String key) {
    return Objects.requireNonNull(places.get(table.get(key).key()));
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
    return place(key).array().data().asDouble();
  }

  @Override
  public void write(String key, double... values) {
    Variable variable = table.get(key, values.length);
    double[] numbers = variable.space() == Space.FLAT ? unpadded(values) : values;
    Scratch.run(() -> place(key).write(0, numbers.length, Nd4j.createFromArray(numbers)));
  }

  private double[] unpadded(double[] numbers) {
    double[] flat = new double[numbers.length];
    for (int p = 0; p < layout().parameters().size(); p++) {
      System.arraycopy(numbers, layout().offset(p), flat, layout().offset(p), layout().length(p));
    }
    return flat;
  }
}
