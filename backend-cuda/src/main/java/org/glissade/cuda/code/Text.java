package org.glissade.cuda.code;

/** Lines of C++ at their depth. */
final class Text {
  private final StringBuilder lines = new StringBuilder();
  private int depth;

  /** Adds a line. */
  Text line(String text) {
    lines.append("  ".repeat(depth)).append(text).append('\n');
    return this;
  }

  /** Adds a line that opens a block. */
  Text open(String head) {
    line(head.isEmpty() ? "{" : head + " {");
    depth++;
    return this;
  }

  /** Ends the innermost block. */
  Text close() {
    depth--;
    return line("}");
  }

  @Override
  public String toString() {
    return lines.toString();
  }
}
