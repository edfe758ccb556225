package org.glissade.spi.text;

import java.util.function.IntPredicate;

/** A text and a place in it, with blanks between what is read. */
final class Scanner {
  private static final int END = -1;

  private final String text;
  private int offset;

  Scanner(String text) {
    this.text = text;
    skipBlanks();
  }

  Position position() {
    return new Position(text, offset);
  }

  boolean sees(IntPredicate kind) {
    return kind.test(peek(0));
  }

  boolean atEnd() {
    return peek(0) == END;
  }

  /** Reads this character if it is next. */
  boolean accept(char c) {
    if (peek(0) != c) {
      return false;
    }
    offset++;
    skipBlanks();
    return true;
  }

  /** A word, or a vendor and a word: the colon of a vendor has no blank beside it. */
  String name() {
    int start = offset;
    skip(Syntax::continuesWord);
    if (peek(0) == ':' && Syntax.startsWord(peek(1))) {
      offset++;
      skip(Syntax::continuesWord);
    }
    return since(start);
  }

  NumberValue number() {
    Position start = position();
    skip(Syntax::continuesNumber);
    String literal = since(start.offset());
    try {
      return new NumberValue(literal, start);
    } catch (IllegalArgumentException mistake) {
      throw new ChainSyntaxException(start, String.valueOf(mistake.getMessage()));
    }
  }

  TextValue quoted() {
    Position start = position();
    int quote = peek(0);
    offset++;
    StringBuilder content = new StringBuilder();
    while (peek(0) != quote) {
      if (peek(0) == '\\') {
        offset++;
      }
      if (atEnd()) {
        throw expected((char) quote + " to close the text opened at " + start.describe());
      }
      content.append(text.charAt(offset++));
    }
    offset++;
    skipBlanks();
    return new TextValue(content.toString(), start);
  }

  ChainSyntaxException expected(String what) {
    String found =
        atEnd() ? "the text ends" : "found '" + Character.toString(text.codePointAt(offset)) + "'";
    return new ChainSyntaxException(position(), "expected " + what + ", but " + found);
  }

  private String since(int start) {
    String read = text.substring(start, offset);
    skipBlanks();
    return read;
  }

  private void skipBlanks() {
    skip(Character::isWhitespace);
  }

  private void skip(IntPredicate kind) {
    while (kind.test(peek(0))) {
      offset++;
    }
  }

  private int peek(int ahead) {
    return offset + ahead < text.length() ? text.charAt(offset + ahead) : END;
  }
}
