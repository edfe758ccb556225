package org.glissade.examples.report;

/** Results cannot be written; the message is one line that names the place and says what to do. */
public final class OutputException extends RuntimeException {
  private static final long serialVersionUID = 1;

  OutputException(String message, Throwable cause) {
    super(message, cause);
  }
}
