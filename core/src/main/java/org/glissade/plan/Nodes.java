package org.glissade.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.glissade.tensor.Definition;
import org.glissade.tensor.Graph;
import org.glissade.tensor.Op;
import org.glissade.tensor.Shape;
import org.glissade.tensor.Space;
import org.glissade.tensor.Tensor;
import org.glissade.tensor.UnaryFn;

/** The nodes that a program needs, in an order in which inputs come first, and who uses each. */
final class Nodes {
  private final List<Tensor> all;
  private final Map<Tensor, List<Tensor>> consumers = new HashMap<>();
  private final Set<Tensor> results = new LinkedHashSet<>();

  Nodes(Definition definition) {
    results.addAll(definition.results());
    all = Graph.needed(results);
    for (Tensor node : all) {
      for (Tensor input : new LinkedHashSet<>(node.inputs())) {
        consumers.computeIfAbsent(input, key -> new ArrayList<>()).add(node);
      }
    }
  }

  /** All nodes that the program needs; inputs first. */
  List<Tensor> all() {
    return all;
  }

  /** The nodes that use a node. */
  List<Tensor> consumers(Tensor node) {
    return consumers.getOrDefault(node, List.of());
  }

  /** Whether a node is an output or the value of an effect. */
  boolean isResult(Tensor node) {
    return results.contains(node);
  }

  static boolean isDense(Tensor node) {
    return node.space() == Space.DENSE;
  }

  /** Element-wise nodes, whose value at a place depends on their inputs at one place each. */
  static boolean isElementWise(Tensor node) {
    Op op = node.op();
    return isArithmetic(node)
        || op instanceof Op.Unary
        || op instanceof Op.Cast
        || op instanceof Op.Broadcast;
  }

  /** Element-wise nodes that compute something. */
  static boolean isArithmetic(Tensor node) {
    Op op = node.op();
    boolean computes = op instanceof Op.Unary unary && unary.fn() != UnaryFn.DETACH;
    return computes || op instanceof Op.Binary || op instanceof Op.Select;
  }

  /** Nodes that are in memory before the program runs. */
  static boolean isStored(Tensor node) {
    Op op = node.op();
    return op instanceof Op.Input || op instanceof Op.ReadParameter || op instanceof Op.Read;
  }

  /** A reshape that only adds or removes axes of length 1, so that indices carry over. */
  static boolean isThinReshape(Tensor node) {
    return node.op() instanceof Op.Reshape
        && longAxes(node.shape()).equals(longAxes(node.input(0).shape()));
  }

  private static List<Integer> longAxes(Shape shape) {
    return shape.dims().stream().filter(dim -> dim != 1).toList();
  }
}
