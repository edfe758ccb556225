package org.glissade.spi;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The names that were probably meant. */
public final class Nearest {
  private static final int MOST = 3;

  private Nearest() {}

  /** The nearest of {@link #all}. */
  public static Optional<String> to(String given, Collection<String> names) {
    return all(given, names).stream().findFirst();
  }

  /**
   * At most three names, those with the least Damerau-Levenshtein distance (edits of one character,
   * and swaps of two neighbours) to what was given, if at most a third of the characters differ.
   * Case does not count, and a name without its vendor is near.
   */
  public static List<String> all(String given, Collection<String> names) {
    String wanted = given.toLowerCase(Locale.ROOT);
    int most = Math.max(1, wanted.length() / 3);
    return names.stream()
        .filter(name -> between(wanted, name) <= most)
        .sorted(Comparator.comparingInt(name -> between(wanted, name)))
        .limit(MOST)
        .toList();
  }

  /** The question after them, {@code ; did you mean 'adam' or 'adan'?}; a full stop if none is. */
  public static String question(String given, Collection<String> names) {
    List<String> near = all(given, names).stream().map(name -> "'" + name + "'").toList();
    if (near.isEmpty()) {
      return ".";
    }
    String last = near.get(near.size() - 1);
    String others = String.join(", ", near.subList(0, near.size() - 1));
    return "; did you mean " + (others.isEmpty() ? last : others + " or " + last) + "?";
  }

  private static int between(String wanted, String name) {
    String candidate = name.toLowerCase(Locale.ROOT);
    return Math.min(distance(wanted, candidate), distance(bare(wanted), bare(candidate)));
  }

  private static String bare(String name) {
    return name.substring(name.indexOf(':') + 1);
  }

  /** The optimal string alignment form, in which no character is edited twice. */
  static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        d[i][j] = i == 0 || j == 0 ? i + j : step(d, a, b, i, j);
      }
    }
    return d[a.length()][b.length()];
  }

  private static int step(int[][] d, String a, String b, int i, int j) {
    int changed = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int least = Math.min(d[i - 1][j - 1] + changed, Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, d[i - 2][j - 2] + 1) : least;
  }
}
