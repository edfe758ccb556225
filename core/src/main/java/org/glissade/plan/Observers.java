package org.glissade.plan;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.glissade.tensor.Definition;
import org.glissade.tensor.Effect;
import org.glissade.tensor.Graph;
import org.glissade.tensor.Op;
import org.glissade.tensor.Space;
import org.glissade.tensor.Tensor;

/**
 * The reductions of flat values that only observe: what follows from them are columns and scalars
 * that the host reads, and nothing that the program changes. Nothing waits for them, so they need
 * no sweep of their own where the program has one that writes.
 */
final class Observers {
  private final Nodes nodes;
  private final Set<Tensor> observing = new HashSet<>();

  Observers(Definition definition, Nodes nodes) {
    this.nodes = nodes;
    boolean writes = definition.effects().stream().anyMatch(e -> e.target().space() == Space.FLAT);
    if (!writes) {
      return;
    }
    Set<Tensor> needed = new HashSet<>(Graph.needed(changes(definition)));
    List<Tensor> all = nodes.all();
    for (int i = all.size() - 1; i >= 0; i--) {
      Tensor node = all.get(i);
      boolean small = node.space() == Space.COLUMN || node.space() == Space.SCALAR;
      if (small && !needed.contains(node) && observing.containsAll(nodes.consumers(node))) {
        observing.add(node);
      }
    }
  }

  private static Collection<Tensor> changes(Definition definition) {
    Set<Tensor> changes = new HashSet<>();
    for (Effect effect : definition.effects()) {
      changes.add(effect.value());
      if (effect.when() != null) {
        changes.add(effect.when());
      }
    }
    return changes;
  }

  /** Whether a tensor is a reduction that only observes. */
  boolean contains(Tensor node) {
    return node.op() instanceof Op.SegmentReduce && observing.contains(node);
  }

  /** Whether nobody sees what a reduction gives in a step in which a condition fails. */
  boolean isVoid(Tensor node, Tensor condition) {
    return !nodes.isResult(node)
        && nodes.consumers(node).stream()
            .allMatch(user -> hides(user, node, condition) || isVoid(user, condition));
  }

  private static boolean hides(Tensor user, Tensor node, Tensor condition) {
    return user.op() instanceof Op.Select
        && source(user.input(0)).equals(condition)
        && !user.input(2).equals(node);
  }

  private static Tensor source(Tensor node) {
    return node.op() instanceof Op.Broadcast ? node.input(0) : node;
  }
}
