package org.glissade.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.glissade.tensor.BinaryFn;
import org.glissade.tensor.Effect;
import org.glissade.tensor.Op;
import org.glissade.tensor.Tensor;
import org.glissade.tensor.Variable;
import org.jspecify.annotations.Nullable;

/**
 * The next values of flat variables, by the condition under which the parameters change. Where it
 * fails only the others are made: while gradients are accumulated the sum, but no moments. So the
 * sweep that writes comes twice, and one of the two runs. Conditions are 0 or 1.
 *
 * @param condition under which the parameters change
 * @param others those that do not wait for it
 */
record Halves(Tensor condition, List<Effect> others) {
  /** None where the parameters always change, or are not among the effects. */
  static @Nullable Halves of(List<Effect> effects) {
    for (Effect effect : effects) {
      Tensor when = effect.when();
      if (effect.target().key().equals(Variable.PARAMETERS) && when != null) {
        return new Halves(when, others(effects, when));
      }
    }
    return null;
  }

  private static List<Effect> others(List<Effect> effects, Tensor condition) {
    List<Effect> others = new ArrayList<>();
    for (Effect effect : effects) {
      Tensor when = effect.when();
      if (when == null || !implies(when, condition)) {
        others.add(effect);
      }
    }
    return others;
  }

  /** The one condition that all the others have; null if there is none or they differ. */
  @Nullable Tensor common() {
    Tensor first = others.isEmpty() ? null : others.get(0).when();
    boolean same = others.stream().allMatch(effect -> Objects.equals(effect.when(), first));
    return same ? first : null;
  }

  /** Whether a condition holds only where another does: it is the other, or a product with it. */
  static boolean implies(Tensor one, Tensor other) {
    return one.equals(other)
        || (one.op() instanceof Op.Binary product
            && product.fn() == BinaryFn.MULTIPLY
            && one.inputs().stream().anyMatch(factor -> implies(factor, other)));
  }
}
