package org.glissade.backend;

import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.glissade.spi.NumberType;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Variable;

/**
 * The variables of a session: parameters, states, buffers, counters, settings. Used by the
 * session's thread.
 */
public interface Store {
  /** Every variable that some compiled program uses, by key. */
  SortedMap<String, Variable> variables();

  /** How the parameters lie in the flat variables. */
  Layout layout();

  /**
   * A copy of a variable's numbers. Floats come as the doubles that they are.
   *
   * @throws IllegalArgumentException if no compiled program uses such a variable
   */
  double[] read(String key);

  /**
   * Replaces a variable's numbers; the length must be the variable's. What stands in the padding of
   * a flat variable is ignored: padding stays 0.
   */
  void write(String key, double... values);

  /**
   * Changes a setting, from the next step on.
   *
   * @param key the name of the link and that of the setting, such as {@code clip-by-norm/max-norm}
   * @throws IllegalArgumentException if there is no such setting, or it does not take the number
   */
  default void set(String key, double value) {
    Variable setting = variables().get(key);
    if (setting == null || setting.role() != Variable.Role.SETTING) {
      throw new IllegalArgumentException(
          "There is no setting '%s'; this run has %s. A number of the plan is a setting where the chain says constant(...)"
              .formatted(
                  key,
                  variables().values().stream()
                      .filter(variable -> variable.role() == Variable.Role.SETTING)
                      .map(Variable::key)
                      .collect(Collectors.joining(", "))));
    }
    if (!setting.range().contains(value)) {
      throw new IllegalArgumentException(
          "%s must be %s, but was %s"
              .formatted(key, new NumberType(setting.range()).describe(), value));
    }
    write(key, value);
  }

  /**
   * A copy of everything that a later run needs to go on: all variables but cursors.
   *
   * @return numbers by key; floats come as the doubles that they are
   */
  default SortedMap<String, double[]> snapshot() {
    SortedMap<String, double[]> copy = new java.util.TreeMap<>();
    variables()
        .forEach(
            (key, variable) -> {
              if (variable.role() != Variable.Role.CURSOR) {
                copy.put(key, read(key));
              }
            });
    return copy;
  }

  /**
   * Brings back a snapshot. Keys that the Store does not hold are an error, as are missing ones, so
   * that nothing is silently lost.
   */
  default void restore(Map<String, double[]> snapshot) {
    SortedMap<String, double[]> own = snapshot();
    if (!own.keySet().equals(snapshot.keySet())) {
      throw new IllegalArgumentException(
          "The snapshot holds %s, but this run needs %s: restore into the same model and chain"
              .formatted(new java.util.TreeSet<>(snapshot.keySet()), own.keySet()));
    }
    snapshot.forEach(this::write);
  }
}
