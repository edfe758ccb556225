package org.glissade.examples.report;

/**
 * Lines that differ in colour on a screen and in their dashes on grey paper; all are dark enough
 * for text on white.
 */
enum LineStyle {
  SOLID("#1c1c1c", "none"),
  DASHED("#0a58a8", "8 4"),
  DOTTED("#b23c07", "2 4"),
  DASH_DOT("#00705a", "9 4 2 4"),
  LONG_DASHED("#8b2d91", "16 5"),
  DASH_DOT_DOT("#7a5a00", "9 4 2 4 2 4");

  private final String colour;
  private final String dashes;

  LineStyle(String colour, String dashes) {
    this.colour = colour;
    this.dashes = dashes;
  }

  /** The style of the run at a position in its group. */
  static LineStyle of(int position) {
    return values()[position % values().length];
  }

  String colour() {
    return colour;
  }

  /** An SVG dash array. */
  String dashes() {
    return dashes;
  }
}
