package org.glissade.examples;

/** Something that the user gave cannot be used; the message is one line that says what to do. */
final class InputException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  InputException(String message) {
    super(message);
  }

  private InputException(String message, IllegalArgumentException mistake) {
    super(message, mistake);
  }

  /** The same mistake. */
  static InputException of(IllegalArgumentException mistake) {
    return new InputException(String.valueOf(mistake.getMessage()), mistake);
  }

  /** The same mistake, with what was given in front: {@code transform 'sgd(0': column 6: …}. */
  static InputException of(String kind, String text, IllegalArgumentException mistake) {
    return new InputException("%s '%s': %s".formatted(kind, text, mistake.getMessage()), mistake);
  }
}
