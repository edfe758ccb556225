package org.glissade.bench.race;

import java.util.Locale;

/** What OpenMP's threads do while there is nothing for them: {@code OMP_WAIT_POLICY}. */
public enum Waiting {
  /** They look for work all the time. */
  ACTIVE,
  /** They sleep. */
  PASSIVE;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
