package org.glissade.spi.text;

import org.jspecify.annotations.Nullable;

/**
 * A mistake in something that a person wrote. The message is one line that begins with the column,
 * where there is one; {@link #render} also shows the text.
 */
public class LocatedException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final Position position;

  /** A mistake at a position, or at none ({@link Position#NONE}). */
  public LocatedException(Position position, String reason) {
    this(position, reason, null);
  }

  private LocatedException(Position position, String reason, @Nullable Throwable cause) {
    super(position.isKnown() ? position.describe() + ": " + reason : reason, cause);
    this.position = position;
  }

  /** The same mistake at a position, unless it has one already. */
  public static LocatedException at(Position position, IllegalArgumentException mistake) {
    if (mistake instanceof LocatedException located
        && (located.position.isKnown() || !position.isKnown())) {
      return located;
    }
    return new LocatedException(position, String.valueOf(mistake.getMessage()), mistake);
  }

  /** Where the mistake is. */
  public Position position() {
    return position;
  }

  /** The message and, under it, the line of the text with a caret at the mistake. */
  public String render() {
    String message = String.valueOf(getMessage());
    return position.text().isBlank()
        ? message
        : message + "\n" + position.pointer().indent(2).stripTrailing();
  }
}
