package org.glissade.reference;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.glissade.tensor.Graph;
import org.glissade.tensor.Op;
import org.glissade.tensor.Tensor;

/**
 * Evaluates tensors in double, one op after the other, as each op is defined.
 *
 * <p>The order of every sum is fixed, so that another naive evaluation in double agrees bit for
 * bit: a reduction starts from the identity and takes its elements in ascending order, {@code acc =
 * combine(acc, lift(x))}; an element of a matrix product is {@code acc = acc + a·b} from 0 in
 * ascending order of the inner index. Nothing is rounded to float: floats are only what comes in as
 * such (inputs, first values of parameters, random numbers). Padding of flat tensors is 0 and is
 * never read.
 */
public final class Interpreter {
  private final Environment environment;
  private final Map<Tensor, double[]> values = new HashMap<>();

  private Interpreter(Environment environment) {
    this.environment = environment;
  }

  /**
   * The values of tensors of one graph, elements in C order, flat tensors along the flat index.
   * Each op is evaluated once; the arrays may be shared and must not be changed.
   */
  public static Map<Tensor, double[]> evaluate(Collection<Tensor> wanted, Environment environment) {
    Interpreter interpreter = new Interpreter(environment);
    Map<Tensor, double[]> results = new HashMap<>();
    for (Tensor node : Graph.needed(wanted)) {
      if (!(node.op() instanceof Op.Input)) {
        interpreter.value(node);
      }
    }
    wanted.forEach(tensor -> results.put(tensor, interpreter.value(tensor)));
    return results;
  }

  /** The value of one tensor, an array of its own. */
  public static double[] evaluate(Tensor wanted, Environment environment) {
    List<double[]> results = List.copyOf(evaluate(List.of(wanted), environment).values());
    return results.get(0).clone();
  }

  /** An input is evaluated where an op wants all of it; others pick their rows from its data. */
  private double[] value(Tensor node) {
    double[] known = values.get(node);
    if (known == null) {
      known = node.op().accept(new OpValue(node, this::value, environment));
      values.put(node, known);
    }
    return known;
  }
}
