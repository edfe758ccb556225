package org.glissade.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.function.Executable;

/** Messages compared with the file that a person reviewed: a line for the case, a line for it. */
final class Goldens {
  private Goldens() {}

  /** What is said of the data. */
  static String message(Executable executable) {
    return String.valueOf(assertThrows(DataException.class, executable).getMessage());
  }

  static void assertSame(String file, Map<String, String> messages) throws IOException {
    messages.forEach((name, message) -> assertFalse(message.contains("\n"), name));
    String rendered =
        messages.entrySet().stream()
            .map(entry -> "# " + entry.getKey() + "\n" + entry.getValue() + "\n")
            .collect(Collectors.joining());
    try (InputStream in = Goldens.class.getResourceAsStream(file)) {
      String golden = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(golden, rendered, file);
    }
  }
}
