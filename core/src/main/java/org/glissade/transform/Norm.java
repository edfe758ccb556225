package org.glissade.transform;

import java.util.List;
import java.util.OptionalDouble;
import org.glissade.tensor.Op;
import org.glissade.tensor.Partition;
import org.glissade.tensor.Tensor;

/**
 * The norms of a flat value over some groups, as numbers from which the host computes them, so that
 * the program need not: |Π factors|·√squares.
 *
 * @param partition the groups
 * @param squares Σx² of each group, a column or scalar
 * @param factors by what each group is multiplied, columns of the same groups or scalars
 */
public record Norm(Partition partition, Tensor squares, List<Tensor> factors) {
  /** Copies the list. */
  public Norm {
    factors = List.copyOf(factors);
  }

  /** A factor that is the same in every step, which no program needs to give. */
  public OptionalDouble constant(int factor) {
    return factors.get(factor).op() instanceof Op.Constant constant
        ? OptionalDouble.of(constant.value())
        : OptionalDouble.empty();
  }

  /** These norms where the squares are another tensor. */
  Norm with(Tensor others) {
    return new Norm(partition, others, factors);
  }
}
