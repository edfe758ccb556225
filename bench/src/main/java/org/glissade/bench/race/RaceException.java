package org.glissade.bench.race;

/** A contestant that cannot start or go on, and why; the race goes on without it. */
final class RaceException extends RuntimeException {
  private static final long serialVersionUID = 1;

  RaceException(String message) {
    super(message);
  }

  RaceException(String message, Throwable cause) {
    super(message, cause);
  }
}
