package org.glissade.spi.text;

/** A text that is not a chain; the message says what was expected at which column. */
public final class ChainSyntaxException extends LocatedException {
  private static final long serialVersionUID = 1L;

  ChainSyntaxException(Position position, String reason) {
    super(position, reason);
  }
}
