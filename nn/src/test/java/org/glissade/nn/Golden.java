package org.glissade.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Texts that a person reads, kept beside the tests. */
public final class Golden {
  private Golden() {}

  /** Compares a text with the file of that name. */
  public static void check(String name, String actual) {
    assertEquals(read(name), actual, () -> "differs from the golden file " + name);
  }

  private static String read(String name) {
    try (InputStream file = Golden.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException("no golden file " + name);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
