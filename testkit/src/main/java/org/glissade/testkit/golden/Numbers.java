package org.glissade.testkit.golden;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Reads the numbers of a line. */
final class Numbers {
  private Numbers() {}

  /** Numbers between blanks; {@code 0*3} is three zeros, {@code inf} infinite. */
  static double[] parse(String text) {
    List<Double> numbers = new ArrayList<>();
    for (String word : text.strip().split("\\s+", -1)) {
      String[] parts = word.split("\\*", 2);
      int count = parts.length == 1 ? 1 : Integer.parseInt(parts[1]);
      numbers.addAll(Collections.nCopies(count, number(parts[0])));
    }
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double number(String word) {
    return Double.parseDouble(word.replace("inf", "Infinity"));
  }
}
