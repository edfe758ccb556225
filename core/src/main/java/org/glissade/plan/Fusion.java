package org.glissade.plan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.glissade.tensor.Op;
import org.glissade.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * Decides which dense tensors get memory of their own, and which are computed in the kernel that
 * uses them. Element-wise neighbours merge; a reduction takes in its element-wise producer; a
 * matrix product takes in what is done to each of its elements. Arithmetic that several kernels use
 * is computed once and kept.
 */
final class Fusion {
  private final Nodes nodes;
  private final FusionRules rules;
  private final Set<Tensor> kept = new HashSet<>();
  private final Set<Tensor> inMemory = new HashSet<>();
  private final Map<Tensor, Set<Tensor>> kernels = new HashMap<>();
  private final Map<Tensor, Tensor> products = new HashMap<>();

  Fusion(Nodes nodes, FusionRules rules) {
    this.nodes = nodes;
    this.rules = rules;
    List<Tensor> all = nodes.all();
    for (int i = all.size() - 1; i >= 0; i--) {
      if (Nodes.isDense(all.get(i))) {
        decide(all.get(i));
      }
    }
    if (rules.products()) {
      for (Tensor node : List.copyOf(kept)) {
        absorbProduct(node);
      }
    }
  }

  /** Whether a kernel of its own computes this tensor into memory. */
  boolean isKept(Tensor node) {
    return kept.contains(node);
  }

  /**
   * The matrix product that the kernel of this tensor computes and finishes; null if there is none.
   */
  @Nullable Tensor product(Tensor node) {
    return products.get(node);
  }

  private void decide(Tensor node) {
    Set<Tensor> using = new HashSet<>();
    boolean needed = nodes.isResult(node);
    for (Tensor consumer : nodes.consumers(node)) {
      needed |= needsMemory(consumer);
      if (isInlined(consumer)) {
        using.addAll(kernels.getOrDefault(consumer, Set.of()));
      } else {
        using.add(consumer);
      }
    }
    kernels.put(node, using);
    if (needed) {
      inMemory.add(node);
    }
    if (isKernel(node, needed, using.size() > 1)) {
      kept.add(node);
    }
  }

  /** Whether a consumer can only read its dense inputs from memory. */
  private boolean needsMemory(Tensor consumer) {
    Op op = consumer.op();
    if (op instanceof Op.Reduce) {
      return !rules.reductions();
    }
    if (op instanceof Op.Reshape) {
      return inMemory.contains(consumer) || !Nodes.isThinReshape(consumer);
    }
    if (Nodes.isArithmetic(consumer)) {
      return !rules.maps();
    }
    return !(Nodes.isDense(consumer) && Nodes.isElementWise(consumer));
  }

  private boolean isInlined(Tensor consumer) {
    return Nodes.isDense(consumer)
        && !kept.contains(consumer)
        && (Nodes.isElementWise(consumer) || consumer.op() instanceof Op.Reshape);
  }

  private static boolean isKernel(Tensor node, boolean needed, boolean shared) {
    Op op = node.op();
    if (Nodes.isStored(node) || op instanceof Op.Reshape || op instanceof Op.Unpack) {
      return false;
    }
    if (Nodes.isArithmetic(node) || op instanceof Op.Gather) {
      return needed || shared;
    }
    boolean cheap =
        Nodes.isElementWise(node)
            || op instanceof Op.Constant
            || op instanceof Op.Index
            || op instanceof Op.Transpose;
    return !cheap || needed;
  }

  private void absorbProduct(Tensor root) {
    if (!Nodes.isArithmetic(root)) {
      return;
    }
    Tensor best = null;
    for (Tensor node : nodes.all()) {
      boolean candidate =
          node.op() instanceof Op.MatMul
              && node.shape().equals(root.shape())
              && !inMemory.contains(node)
              && kernels.getOrDefault(node, Set.of()).equals(Set.of(root));
      if (candidate && meetsOnlyItself(root, node, true, new HashSet<>())) {
        best = node;
      }
    }
    if (best != null) {
      products.put(root, best);
      kept.remove(best);
    }
  }

  /** Whether the code of a kernel reads a product only at the very element that it is computing. */
  private boolean meetsOnlyItself(Tensor node, Tensor product, boolean same, Set<Visit> visited) {
    if (node == product) {
      return same;
    }
    if (!visited.add(new Visit(node, same))) {
      return true;
    }
    boolean stays = same && Nodes.isArithmetic(node);
    for (Tensor input : node.inputs()) {
      boolean inside = input == product || isInlined(input);
      if (inside && !meetsOnlyItself(input, product, stays, visited)) {
        return false;
      }
    }
    return true;
  }

  private record Visit(Tensor node, boolean same) {}
}
