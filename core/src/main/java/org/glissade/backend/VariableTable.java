package org.glissade.backend;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.glissade.tensor.Definition;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Parameter;
import org.glissade.tensor.ShapeException;
import org.glissade.tensor.Variable;
import org.jspecify.annotations.Nullable;

/** Which variables a Store holds, and how the parameters lie in the flat ones. */
public final class VariableTable {
  private final SortedMap<String, Variable> variables = new TreeMap<>();
  private @Nullable Layout layout;

  /** Every variable, by key. */
  public SortedMap<String, Variable> variables() {
    return Collections.unmodifiableSortedMap(variables);
  }

  /** How the parameters lie in the flat variables. */
  public Layout layout() {
    if (layout == null) {
      throw new IllegalStateException("The Store is empty: compile a program first");
    }
    return layout;
  }

  /**
   * Adds what a program needs.
   *
   * @return the variables that were not there yet, the parameters first: give them first values in
   *     this order
   * @throws ShapeException if the program's parameters or variables do not fit those of the Store
   */
  public List<Variable> add(Definition definition) {
    Layout own = layout == null ? definition.layout() : layout;
    check(own.parameters(), definition);
    List<Variable> used = definition.variables();
    used.forEach(variable -> check(variable, definition.name()));
    layout = own;
    return used.stream().filter(v -> variables.putIfAbsent(v.key(), v) == null).toList();
  }

  private static void check(List<Parameter> known, Definition definition) {
    List<Parameter> given = definition.layout().parameters();
    for (int i = 0; i < Math.max(known.size(), given.size()); i++) {
      String mine = i < given.size() ? given.get(i).toString() : "none";
      String theirs = i < known.size() ? known.get(i).toString() : "none";
      if (!mine.equals(theirs)) {
        throw new ShapeException(
            "Parameter number %d is %s in program %s and %s in the session's other programs: open"
                    .formatted(i + 1, mine, definition.name(), theirs)
                + " a session for each model");
      }
    }
  }

  private void check(Variable variable, String program) {
    Variable known = variables.get(variable.key());
    if (known != null
        && (!known.shape().equals(variable.shape()) || known.space() != variable.space())) {
      throw new ShapeException(
          "%s is %s %s in program %s, but the Store holds %s %s under this name: rename one of them"
              .formatted(
                  variable.key(),
                  variable.space(),
                  variable.shape(),
                  program,
                  known.space(),
                  known.shape()));
    }
  }

  /** The variable with this key. */
  public Variable get(String key) {
    return Lookup.find("variable", key, variables);
  }

  /** The variable with this key, if it holds as many numbers as are given. */
  public Variable get(String key, int length) {
    Variable variable = get(key);
    if (variable.shape().size() != length) {
      throw new IllegalArgumentException(
          "Variable %s holds %d numbers, %s, but %d were given"
              .formatted(key, variable.shape().size(), variable.shape(), length));
    }
    return variable;
  }
}
