package org.glissade.optim.constraint;

import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.glissade.optim.Selection;
import org.glissade.tensor.Extent;
import org.glissade.tensor.Space;
import org.glissade.tensor.Tensor;
import org.glissade.transform.Gradients;
import org.glissade.transform.StepContext;

/** Changes updates so that what they lead to keeps a constraint. */
final class Landing {
  private Landing() {}

  /**
   * For the selected parameters p - Π(p - u) where the projection Π moves p - u, and u itself where
   * it does not; for the others u.
   *
   * @param who the transform that constrains
   * @param projection Π
   */
  static Gradients of(
      String who,
      Selection selection,
      Gradients updates,
      StepContext step,
      UnaryOperator<Gradients> projection) {
    selection.check(who, updates);
    return updates.route(selection, u -> land(u, step.values(u), projection), u -> u);
  }

  private static Gradients land(
      Gradients update, Gradients before, UnaryOperator<Gradients> projection) {
    Gradients aim = before.minus(update);
    Gradients allowed = projection.apply(aim);
    return allowed.equalTo(aim).select(update, before.minus(allowed));
  }

  /**
   * A rule for the updates of the selected parameters, within each group: from the update u and the
   * values p before, the update that keeps the constraint. What u and p give without their
   * difference p - u loses no digits where the two are of different size.
   */
  static Gradients within(
      Extent extent,
      String who,
      Selection selection,
      Gradients updates,
      StepContext step,
      BinaryOperator<Gradients> rule) {
    selection.check(who, updates);
    return updates.route(
        selection, u -> u.within(extent, g -> rule.apply(g, step.values(g))), u -> u);
  }

  /** Refuses sums over single elements, which {@link Box} bounds. */
  static void groups(String who, Extent extent) {
    if (extent == Extent.ELEMENT) {
      throw new IllegalArgumentException(
          who + ": extent must be one of unit, parameter, layer, group, global, but was element");
    }
  }

  /**
   * Each group of what is aimed at, lengthened or shortened to another norm; what is 0 stays 0.
   *
   * @param desired the norm that a group should have, from the one that it has
   * @param eps added to the norm that is divided by
   */
  static Gradients withNorm(
      Gradients aim, StepContext step, UnaryOperator<Gradients> desired, Tensor eps) {
    Gradients norm = aim.norm();
    Gradients wanted = desired.apply(norm);
    if (norm.value().space() != Space.FLAT) {
      step.report("norm", norm);
      step.report("acted", norm.minus(wanted).abs().times(norm).sign());
    }
    return aim.times(norm.select(wanted.dividedBy(norm.plus(eps)), norm));
  }
}
