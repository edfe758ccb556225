package org.glissade.tensor;

/**
 * The Java of a host link failed, and with it the step. The step has changed nothing: the Store
 * holds what it held before.
 */
public final class HostLinkException extends RuntimeException {
  private static final long serialVersionUID = 1;

  HostLinkException(String link, RuntimeException cause) {
    super("Host link %s failed, and the step with it: %s".formatted(link, cause), cause);
  }
}
