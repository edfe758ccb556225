package org.glissade.transform;

import java.util.Locale;

/**
 * What the host tells a running program of an evaluation on data that it does not train on. Each is
 * a setting of the program, and so part of every snapshot and checkpoint. A trainer writes them
 * after each evaluation; whoever steps a program himself writes the numbers and then {@link
 * #COUNT}.
 */
public enum Validation {
  /** The mean loss; where it was not finite, the largest number there is. */
  LOSS,
  /** The share of examples whose class was not found. */
  ERROR,
  /** How many evaluations there were. */
  COUNT;

  /** The key in the Store, such as {@code validation/loss}. */
  public String key() {
    return "validation/" + name().toLowerCase(Locale.ROOT);
  }
}
