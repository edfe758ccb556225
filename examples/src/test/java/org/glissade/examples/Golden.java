package org.glissade.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What a person reads, gathered case by case and compared with the file that was reviewed. */
final class Golden {
  private final StringBuilder actual = new StringBuilder();

  /** Adds what is said under a title. */
  void add(String title, String said) {
    actual.append("# ").append(title).append('\n').append(said).append('\n');
  }

  /** Compares everything with a resource beside this class. */
  void assertSameAs(String resource) {
    try (InputStream in = Golden.class.getResourceAsStream(resource)) {
      String golden = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(golden, actual.toString(), resource);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
