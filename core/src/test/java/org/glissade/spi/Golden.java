package org.glissade.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.glissade.spi.text.LocatedException;

/** What a person reads, gathered case by case and compared with the file that was reviewed. */
public final class Golden {
  private final StringBuilder actual = new StringBuilder();

  /** Adds what is said under a title. */
  public void add(String title, String said) {
    actual.append("# ").append(title).append('\n').append(said).append('\n');
  }

  /** Adds the error of an action, which is one line, with the text and the caret. */
  public void addError(String title, Supplier<?> action) {
    LocatedException error = assertThrows(LocatedException.class, action::get, title);
    assertEquals(1, String.valueOf(error.getMessage()).lines().count(), title);
    add(title, error.render());
  }

  /** Compares everything with a resource beside the test. */
  public void assertSameAs(Class<?> test, String resource) {
    try (InputStream in = test.getResourceAsStream(resource)) {
      String golden = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(golden, actual.toString(), resource);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
