package org.glissade.transform;

import org.glissade.tensor.Extent;
import org.glissade.tensor.Members;

/** Finds what the values of several operands can meet on. */
final class Granularity {
  private Granularity() {}

  /** The one extent of all operands that are not scalars; elements if their groups differ. */
  static Extent common(Gradients... operands) {
    Extent common = Extent.GLOBAL;
    Members members = operands[0].members();
    for (Gradients operand : operands) {
      if (operand.granularity() == Extent.GLOBAL) {
        continue;
      }
      boolean first = common == Extent.GLOBAL;
      boolean same = operand.granularity() == common && operand.members().equals(members);
      common = first || same ? operand.granularity() : Extent.ELEMENT;
      members = first ? operand.members() : members;
    }
    return common;
  }
}
