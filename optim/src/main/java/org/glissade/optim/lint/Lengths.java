package org.glissade.optim.lint;

import java.util.Optional;
import org.glissade.optim.LearningRate;
import org.glissade.optim.clip.GlobalThenLayer;
import org.glissade.optim.optimizer.SignSgd;
import org.glissade.spi.Trait;
import org.glissade.tensor.Extent;
import org.glissade.transform.Wrapper;

/** What rules do to the lengths of gradients. */
final class Lengths {
  private Lengths() {}

  /** Over what a rule multiplies each group by some number above 0, if that is all it does. */
  static Optional<Extent> rescaled(Described link) {
    if (link.has(Trait.DIRECTION_KEEPING)) {
      return link.treated();
    }
    return link.transform() instanceof GlobalThenLayer
        ? Optional.of(Extent.LAYER)
        : Optional.empty();
  }

  /** Whether a rule lets go what was multiplied by numbers above 0 multiplied by them. */
  static boolean passesFactors(Described link) {
    boolean keepsNone = !link.has(Trait.STATEFUL) || link.transform() instanceof LearningRate;
    return keepsNone
        && link.has(Trait.ELEMENT_WISE)
        && link.has(Trait.SCALE_EQUIVARIANT)
        && !(link.transform() instanceof Wrapper);
  }

  /**
   * Over what a rule does not see lengths: multiplying each group by any number above 0 changes
   * neither its result nor what it keeps. The trait says so of one number for all gradients and for
   * equal state; a rule by elements has it for each element, and one with an extent for each group.
   */
  static Optional<Extent> blind(Described link) {
    boolean keepsNone = !link.has(Trait.STATEFUL) || link.transform() instanceof SignSgd;
    if (!link.has(Trait.SCALE_INVARIANT) || !keepsNone) {
      return Optional.empty();
    }
    return Optional.of(link.treated().orElse(Extent.GLOBAL));
  }

  /** Whether each group of the one extent lies within a group of the other. */
  static boolean isWithin(Extent fine, Extent coarse) {
    return fine == coarse
        || (fine.compareTo(coarse) < 0 && !(fine == Extent.LAYER && coarse == Extent.GROUP));
  }
}
