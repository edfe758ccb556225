package org.glissade.spi.text;

/**
 * A bare word, such as {@code parameter} or {@code true}.
 *
 * @param word a letter, then letters, digits, {@code -} and {@code _}; a vendor may stand before it
 * @param position where it begins
 */
public record WordValue(String word, Position position) implements Value {
  /**
   * @throws IllegalArgumentException if this is not a word; text of another form is quoted
   */
  public WordValue {
    Syntax.requireWord(word, true);
  }

  /** A word that was never written. */
  public static WordValue of(String word) {
    return new WordValue(word, Position.NONE);
  }

  @Override
  public String print() {
    return word;
  }
}
