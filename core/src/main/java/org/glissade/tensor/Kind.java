package org.glissade.tensor;

import java.util.Locale;

/** What a parameter is to its layer. Decay masks and groups select by it. */
public enum Kind {
  /** Multiplies an input. */
  WEIGHT,
  /** Is added. */
  BIAS,
  /** Scales or shifts normalised values. */
  NORM,
  /** A table of vectors, looked up by index. */
  EMBEDDING;

  /** The name in text: {@code weight}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
