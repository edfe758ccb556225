package org.glissade.tensor;

import java.util.Locale;

/**
 * Over how much a rule takes its norm, sum, mean or maximum. Always named by the user, never
 * implied.
 */
public enum Extent {
  /** Each number alone. */
  ELEMENT,
  /** One output unit of a parameter: the parameter's declaration names the axis. */
  UNIT,
  /** One parameter, such as a weight matrix. */
  PARAMETER,
  /** All parameters that the same innermost layer instance declared. */
  LAYER,
  /** All parameters of one group that the user named. */
  GROUP,
  /** All parameters, or all that were routed to the rule. */
  GLOBAL;

  /** The name in text: {@code parameter}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
