package org.glissade.backend;

/** Runs plans. Thread-safe. */
public interface Backend {
  /** The name by which users choose it, such as {@code cpu}. */
  String name();

  /** Opens a session, which owns the threads or the stream, and the Store. */
  Session open(SessionOptions options);
}
