package org.glissade.examples.report;

/** Checks that several records of results share. */
final class Checks {
  private Checks() {}

  /** A share is in 0..1, or NaN where it was not measured or has no meaning. */
  static void share(String name, double value) {
    if (value < 0 || value > 1) {
      throw new IllegalArgumentException(name + " is a share in 0..1 or NaN, got " + value);
    }
  }
}
