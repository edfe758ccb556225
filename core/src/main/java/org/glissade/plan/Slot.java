package org.glissade.plan;

import org.glissade.tensor.DType;

/**
 * A piece of memory that a plan uses.
 *
 * @param id its number in the plan
 * @param name for people; the input's name or the variable's key where it is one
 * @param type of its numbers
 * @param size how many numbers it holds
 * @param storage whose memory it is
 */
public record Slot(int id, String name, DType type, int size, Storage storage) {
  /** Whose memory a slot is. */
  public enum Storage {
    /** The host's: bound to the session under the slot's name. */
    INPUT,
    /** The Store's: the variable under the slot's name. */
    VARIABLE,
    /**
     * A flat buffer of the program's own, such as the gradients, along the index of the parameters.
     */
    FLAT,
    /**
     * Floats that live for some steps of the plan only; slots whose lives do not meet share memory.
     */
    ARENA,
    /** A small array of the program's own: doubles of columns and scalars, or indices. */
    SMALL
  }

  @Override
  public String toString() {
    return name;
  }
}
