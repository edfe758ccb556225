package org.glissade.backend;

import java.util.Map;
import java.util.TreeSet;
import org.glissade.spi.Nearest;

/** Finds something by the name that a user gave. */
public final class Lookup {
  private Lookup() {}

  /**
   * What has this name.
   *
   * @param kind what is looked for, such as {@code output}
   * @throws IllegalArgumentException if nothing has; it names the nearest name and all of them
   */
  public static <T> T find(String kind, String name, Map<String, T> among) {
    T found = among.get(name);
    if (found == null) {
      String nearest = Nearest.question(name, among.keySet());
      throw new IllegalArgumentException(
          "no %s is named '%s'%s Known: %s."
              .formatted(kind, name, nearest, String.join(", ", new TreeSet<>(among.keySet()))));
    }
    return found;
  }

  /**
   * Fails unless an output is kept of a run so many before the last.
   *
   * @throws IllegalArgumentException if it is not; it names the output and both numbers
   */
  public static void requireKept(String output, int back, int kept) {
    if (back < 0 || back >= kept) {
      throw new IllegalArgumentException(
          "Output %s of %d runs before the last was asked for, but those of the last %d are kept"
              .formatted(output, back, kept));
    }
  }
}
