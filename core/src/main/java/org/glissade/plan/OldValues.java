package org.glissade.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.glissade.tensor.Definition;
import org.glissade.tensor.Op;
import org.glissade.tensor.Space;
import org.glissade.tensor.Tensor;
import org.glissade.tensor.Variable;

/**
 * Results that lie in the Store although the program changes it. They are copied before the first
 * change, so that an output, a next value or a condition is what was there before the run.
 */
final class OldValues {
  private final Memory memory;
  private final Set<String> changed = new HashSet<>();
  private final Map<Tensor, View> copies = new LinkedHashMap<>();

  OldValues(Definition definition, Memory memory) {
    this.memory = memory;
    definition.effects().forEach(effect -> changed.add(effect.target().key()));
  }

  /** Where a result lies that must outlive the changes of the Store. */
  View view(Tensor node) {
    if (!isChanged(node)) {
      return memory.place(node);
    }
    return copies.computeIfAbsent(node, key -> View.of(memory.copy(key), key.shape()));
  }

  private boolean isChanged(Tensor node) {
    Op op = node.op();
    if (op instanceof Op.Reshape || op instanceof Op.Unpack) {
      return isChanged(node.input(0));
    }
    return op instanceof Op.ReadParameter && changed.contains(Variable.PARAMETERS)
        || op instanceof Op.Read read && changed.contains(read.variable().key());
  }

  /** Copies the dense and flat ones that were asked for. */
  List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    copies.forEach(
        (node, copy) -> {
          if (!isSmall(node)) {
            steps.add(new Step.Map(node.shape(), DenseCode.ofMemory(memory.place(node)), copy));
          }
        });
    return steps;
  }

  /** Copies the columns and scalars that were asked for. */
  List<Step.Assignment> assignments() {
    List<Step.Assignment> assignments = new ArrayList<>();
    copies.forEach(
        (node, copy) -> {
          if (isSmall(node)) {
            Slot from = memory.slot(node);
            assignments.add(ScalarCode.copy(memory, from, copy.slot(), node.space()));
          }
        });
    return assignments;
  }

  private static boolean isSmall(Tensor node) {
    return node.space() == Space.COLUMN || node.space() == Space.SCALAR;
  }
}
