package org.glissade.tensor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A program as it was described, before anything is planned.
 *
 * @param name what it is for, such as {@code train} or {@code evaluate}
 * @param graph that holds its nodes
 * @param layout of the parameters that it reads or changes
 * @param outputs what the host can read after a run, by name
 * @param effects what a run changes in the Store
 * @param gradients the flat gradient buffer, kept whole until the next run, so that it can be
 *     searched for the layer that exploded; null if the program has none
 */
public record Definition(
    String name,
    Graph graph,
    Layout layout,
    Map<String, Tensor> outputs,
    List<Effect> effects,
    @Nullable Tensor gradients) {
  /** The output under which the flat gradient buffer is read. */
  public static final String GRADIENTS = "gradients";

  /** Copies the collections; outputs are in the order of their names. */
  public Definition {
    outputs = Collections.unmodifiableMap(new TreeMap<>(outputs));
    effects = List.copyOf(effects);
  }

  /** What a run computes: outputs, next values with their conditions, gradients. */
  public List<Tensor> results() {
    List<Tensor> results = new ArrayList<>(outputs.values());
    for (Effect effect : effects) {
      results.add(effect.value());
      if (effect.when() != null) {
        results.add(effect.when());
      }
    }
    if (gradients != null) {
      results.add(gradients);
    }
    return results;
  }

  /** The inputs that a run reads. */
  public List<Tensor> inputs() {
    return Graph.needed(results()).stream().filter(node -> node.op() instanceof Op.Input).toList();
  }

  /**
   * What a run, or the first value of what a run reads, finds in the Store: the parameters first,
   * the others by key.
   */
  public List<Variable> variables() {
    Map<String, Variable> found = new TreeMap<>();
    Deque<Variable> open = new ArrayDeque<>();
    effects.forEach(effect -> open.add(effect.target()));
    collect(results(), open);
    while (!open.isEmpty()) {
      Variable variable = open.pop();
      if (found.putIfAbsent(variable.key(), variable) == null && variable.initial() != null) {
        collect(List.of(variable.initial()), open);
      }
    }
    Variable parameters = found.remove(Variable.PARAMETERS);
    List<Variable> ordered = new ArrayList<>(found.values());
    if (parameters != null) {
      ordered.add(0, parameters);
    }
    return ordered;
  }

  private void collect(List<Tensor> roots, Deque<Variable> into) {
    for (Tensor node : Graph.needed(roots)) {
      if (node.op() instanceof Op.Read read) {
        into.add(read.variable());
      } else if (node.op() instanceof Op.ReadParameter) {
        into.add(Variable.parameters(layout));
      }
    }
  }
}
