package org.glissade.spi.text;

import java.io.Serializable;

/**
 * A place in a text that a person wrote. It is no part of what was said there: all positions are
 * equal, so that two texts that differ only in blanks give equal trees.
 *
 * @param text the whole text
 * @param offset the index of a character in it, or its length for the end
 */
public record Position(String text, int offset) implements Serializable {
  /** The position of what was never written. */
  public static final Position NONE = new Position("", -1);

  /** Whether there is a text to point at. */
  public boolean isKnown() {
    return offset >= 0;
  }

  /**
   * {@code column 5}, or {@code line 2, column 5} in a text of several lines; both count from 1.
   */
  public String describe() {
    String column = "column " + (offset - lineStart() + 1);
    if (text.indexOf('\n') < 0) {
      return column;
    }
    long line = text.substring(0, offset).chars().filter(c -> c == '\n').count() + 1;
    return "line " + line + ", " + column;
  }

  /** The line of this position and, under it, a caret that points at the character. */
  public String pointer() {
    int end = text.indexOf('\n', offset);
    String line = text.substring(lineStart(), end < 0 ? text.length() : end);
    String margin = line.substring(0, offset - lineStart()).replaceAll("[^\t]", " ");
    return line + "\n" + margin + "^";
  }

  private int lineStart() {
    return text.lastIndexOf('\n', offset - 1) + 1;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Position;
  }

  @Override
  public int hashCode() {
    return 0;
  }
}
