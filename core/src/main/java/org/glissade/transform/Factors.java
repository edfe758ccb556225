package org.glissade.transform;

import org.glissade.tensor.BinaryFn;
import org.glissade.tensor.Extent;
import org.glissade.tensor.Layout;
import org.glissade.tensor.Op;
import org.glissade.tensor.Partition;
import org.glissade.tensor.Space;
import org.glissade.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * A flat tensor seen as {@code core · factor}, where the factor depends on no single element.
 *
 * @param core what is left without the factor
 * @param factor a column or scalar; null if there is none
 * @param partition to which groups the factor belongs
 */
record Factors(Tensor core, @Nullable Tensor factor, Partition partition) {
  static Factors of(Tensor flat, Layout layout) {
    Partition whole = layout.partition(Extent.GLOBAL, layout.all());
    if (flat.op() instanceof Op.Binary binary && binary.fn() == BinaryFn.MULTIPLY) {
      Tensor lifted = flat.input(1);
      if (lifted.op() instanceof Op.Spread spread) {
        return new Factors(flat.input(0), lifted.input(0), spread.partition());
      }
      if (lifted.op() instanceof Op.Broadcast && lifted.input(0).space() == Space.SCALAR) {
        return new Factors(flat.input(0), lifted.input(0), whole);
      }
    }
    return new Factors(flat, null, whole);
  }

  /** The factor times another one; null if the two belong to different groups. */
  @Nullable Tensor join(Tensor other, Partition others) {
    if (factor == null) {
      return other;
    }
    boolean meet = isScalar(partition) || isScalar(others) || partition.equals(others);
    return meet ? factor.times(other) : null;
  }

  /** To which groups the joined factor belongs. */
  Partition joined(Partition others) {
    return isScalar(partition) ? others : partition;
  }

  private static boolean isScalar(Partition partition) {
    return partition.extent() == Extent.GLOBAL;
  }
}
