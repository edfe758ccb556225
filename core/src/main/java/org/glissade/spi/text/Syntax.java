package org.glissade.spi.text;

import java.util.regex.Pattern;

/** What words and numbers look like. */
final class Syntax {
  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");
  private static final Pattern VENDOR_WORD = Pattern.compile("(" + WORD + ":)?" + WORD);
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

  private Syntax() {}

  static boolean startsWord(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  static boolean continuesWord(int c) {
    return startsWord(c) || isDigit(c) || c == '-' || c == '_';
  }

  static boolean startsNumber(int c) {
    return isDigit(c) || c == '-' || c == '+' || c == '.';
  }

  /** Everything that stands by a number without a blank belongs to it, also where it is wrong. */
  static boolean continuesNumber(int c) {
    return startsNumber(c) || continuesWord(c);
  }

  static boolean isNumber(String text) {
    return NUMBER.matcher(text).matches();
  }

  static void requireWord(String text, boolean vendorAllowed) {
    Pattern pattern = vendorAllowed ? VENDOR_WORD : WORD;
    if (!pattern.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "a name is a letter, then letters, digits, '-' and '_', but was '" + text + "'");
    }
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
