package org.glissade.nn;

import java.util.Locale;

/** Prints a confusion matrix. */
record ConfusionText(ConfusionMatrix matrix) {
  String print() {
    StringBuilder text = new StringBuilder();
    line(text, "Examples         %d", matrix.total());
    line(text, "Accuracy         %.4f", matrix.accuracy());
    line(text, "Macro precision  %.4f", matrix.macroPrecision());
    line(text, "Macro recall     %.4f", matrix.macroRecall());
    line(text, "Macro F1         %.4f", matrix.macroF1());
    line(text, "");
    line(text, "class  precision  recall      F1");
    for (int c = 0; c < matrix.classes(); c++) {
      line(
          text,
          "%5d     %6.4f  %6.4f  %6.4f",
          c,
          matrix.precision(c),
          matrix.recall(c),
          matrix.f1(c));
    }
    line(text, "");
    line(text, "Rows are the actual class, columns the predicted one.");
    counts(text);
    return text.toString();
  }

  private void counts(StringBuilder text) {
    int width = 1 + Long.toString(matrix.total()).length();
    text.append(" ".repeat(5));
    for (int c = 0; c < matrix.classes(); c++) {
      text.append(pad(c, width));
    }
    text.append('\n');
    for (int actual = 0; actual < matrix.classes(); actual++) {
      text.append(pad(actual, 5));
      for (int predicted = 0; predicted < matrix.classes(); predicted++) {
        text.append(pad(matrix.count(actual, predicted), width));
      }
      text.append('\n');
    }
  }

  private static String pad(long number, int width) {
    String digits = Long.toString(number);
    return " ".repeat(Math.max(0, width - digits.length())) + digits;
  }

  private static void line(StringBuilder text, String format, Object... arguments) {
    text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
  }
}
