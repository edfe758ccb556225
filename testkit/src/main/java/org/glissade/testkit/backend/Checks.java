package org.glissade.testkit.backend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.function.Executable;

/** What several checks compare. */
final class Checks {
  private Checks() {}

  /** Fails unless something is refused, in a message that holds these words. */
  static void refused(Class<? extends Exception> type, Executable action, String... words) {
    Exception error = assertThrows(type, action);
    for (String word : words) {
      assertTrue(
          String.valueOf(error.getMessage()).contains(word),
          () -> "the message should name '%s', but is: %s".formatted(word, error.getMessage()));
    }
  }

  /** Fails unless two snapshots hold the same bits. */
  static void same(Map<String, double[]> expected, Map<String, double[]> actual, String where) {
    assertEquals(expected.keySet(), actual.keySet(), where);
    expected.forEach(
        (key, values) -> assertArrayEquals(values, actual.get(key), where + ": " + key));
  }
}
