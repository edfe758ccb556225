package org.glissade.spi.text;

/**
 * Any text between quotes, such as {@code "encoder/.*"}.
 *
 * @param text what stands between the quotes, without escapes
 * @param position where the opening quote is
 */
public record TextValue(String text, Position position) implements Value {
  /** A text that was never written. */
  public static TextValue of(String text) {
    return new TextValue(text, Position.NONE);
  }

  /** The text in double quotes; a quote or a backslash in it has a backslash before it. */
  @Override
  public String print() {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
