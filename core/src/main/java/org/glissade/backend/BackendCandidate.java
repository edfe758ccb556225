package org.glissade.backend;

/**
 * A backend on the class path, and whether it can run here.
 *
 * @param provider that offers it
 * @param availability what its probe answered
 */
public record BackendCandidate(BackendProvider provider, Availability availability) {
  /** Asks a provider; one that fails instead of answering is unavailable. */
  static BackendCandidate of(BackendProvider provider) {
    try {
      return new BackendCandidate(provider, provider.probe());
    } catch (RuntimeException | LinkageError failure) {
      return new BackendCandidate(
          provider,
          Availability.unavailable(
              "its probe failed with " + failure, "remove its jar or use another version"));
    }
  }

  /** Whether it can run here. */
  public boolean isAvailable() {
    return availability instanceof Availability.Available;
  }

  /** What was found, or why it cannot run and what helps. */
  public String describe() {
    if (availability instanceof Availability.Unavailable unavailable) {
      return unavailable.reason() + "; " + unavailable.remedy();
    }
    return ((Availability.Available) availability).found();
  }
}
