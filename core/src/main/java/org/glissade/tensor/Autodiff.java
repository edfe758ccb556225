package org.glissade.tensor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reverse-mode differentiation: adds to a graph the nodes that compute the gradient of one number
 * with respect to parameters. The gradient of a sum over uses is built in the order of the uses,
 * last first.
 */
public final class Autodiff {
  private final Tensor loss;
  private final Map<Tensor, Tensor> gradients = new HashMap<>();
  private final Set<Tensor> needed = new HashSet<>();

  private Autodiff(Tensor loss) {
    this.loss = loss;
  }

  /**
   * The gradients of a loss.
   *
   * @param loss one number, shape []
   * @param parameters what to differentiate by; one that the loss does not depend on gets zeros
   * @return one gradient for each parameter, in the parameter's shape
   */
  public static List<Tensor> gradients(Tensor loss, List<Parameter> parameters) {
    Graph graph = loss.graph();
    return gradientsBy(loss, parameters.stream().map(graph::read).toList());
  }

  /**
   * The gradients of a loss by tensors that it is computed from, such as values in the place of
   * parameters. They are taken as given: no gradient flows to what they are computed from.
   *
   * @return one gradient for each tensor, in its shape
   */
  public static List<Tensor> gradientsBy(Tensor loss, List<Tensor> given) {
    if (loss.shape().size() != 1) {
      throw new ShapeException(
          "The loss must be one number, but its shape is %s: take its mean() first"
              .formatted(loss.shape()));
    }
    Autodiff autodiff = new Autodiff(loss);
    autodiff.run(Set.copyOf(given));
    List<Tensor> results = new ArrayList<>();
    for (Tensor leaf : given) {
      Tensor found = autodiff.gradients.get(leaf);
      results.add(found == null ? leaf.like(0) : found);
    }
    return results;
  }

  private void run(Set<Tensor> leaves) {
    List<Tensor> nodes = new ArrayList<>(loss.graph().nodes().subList(0, loss.id() + 1));
    for (Tensor node : nodes) {
      if (leaves.contains(node)
          || node.inputs().stream().anyMatch(needed::contains) && !isDetached(node)) {
        needed.add(node);
      }
    }
    gradients.put(loss, loss.like(1));
    for (int i = nodes.size() - 1; i >= 0; i--) {
      Tensor node = nodes.get(i);
      Tensor gradient = gradients.get(node);
      if (gradient != null && needed.contains(node)) {
        propagate(node, gradient);
      }
    }
  }

  private static boolean isDetached(Tensor node) {
    return node.op() instanceof Op.Unary unary && unary.fn() == UnaryFn.DETACH;
  }

  private void propagate(Tensor node, Tensor gradient) {
    GradientRules rules = new GradientRules(node, gradient);
    for (int i = 0; i < node.inputs().size(); i++) {
      Tensor input = node.input(i);
      if (needed.contains(input)) {
        Tensor part = rules.forInput(i);
        if (part != null) {
          gradients.merge(input, part, Tensor::plus);
        }
      }
    }
  }
}
