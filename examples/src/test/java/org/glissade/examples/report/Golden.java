package org.glissade.examples.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Texts that are kept beside the tests as files. */
final class Golden {
  private Golden() {}

  static String text(String name) {
    try (InputStream file = Golden.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalArgumentException("no golden file " + name);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
