package org.glissade.nn;

/** A listener failed. The training stands between two steps and has lost nothing. */
public final class ListenerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ListenerException(TrainingListener listener, RuntimeException cause) {
    super(
        "Listener %s failed: %s. The training stands between two steps; calling fit again goes on"
            .formatted(listener.getClass().getName(), cause),
        cause);
  }
}
