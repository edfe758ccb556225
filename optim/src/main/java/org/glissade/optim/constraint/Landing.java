package org.glissade.optim.constraint;

import java.util.function.UnaryOperator;
import org.glissade.optim.Selection;
import org.glissade.tensor.Space;
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
   * Each group of what is aimed at, lengthened or shortened to another norm; what is 0 stays 0.
   *
   * @param desired the norm that a group should have, from the one that it has
   * @param eps added to the norm that is divided by
   */
  static Gradients withNorm(
      Gradients aim, StepContext step, UnaryOperator<Gradients> desired, double eps) {
    Gradients norm = aim.norm();
    Gradients wanted = desired.apply(norm);
    report("norm", norm, step);
    report("acted", norm.minus(wanted).abs().times(norm).sign(), step);
    return aim.times(norm.select(wanted.dividedBy(norm.plus(eps)), norm));
  }

  /** Reports a number for each group; nothing where every element is a group. */
  static void report(String name, Gradients value, StepContext step) {
    if (value.value().space() != Space.FLAT) {
      step.report(name, value);
    }
  }
}
