package org.glissade.testkit.spi;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.glissade.spi.Provider;
import org.glissade.spi.text.CallText;
import org.glissade.spi.text.ChainParser;

/**
 * The calls with which what Glissade brings along is tried, where none can be made up or where
 * those that are made up would show too little. Each is a line of a file.
 */
public final class Listed {
  private final List<CallText> calls;

  private Listed(List<CallText> calls) {
    this.calls = calls;
  }

  /** Those of gradient transforms. */
  public static Listed transforms() {
    InputStream file = Listed.class.getResourceAsStream("transforms.examples");
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8))) {
      return new Listed(
          reader
              .lines()
              .filter(line -> !line.startsWith("#"))
              .map(line -> ChainParser.parse(line).links().get(0).call())
              .toList());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The calls of a provider: those that are listed, or else some that are made up. */
  public List<CallText> of(Provider provider) {
    List<CallText> own =
        calls.stream().filter(call -> call.name().equals(provider.name())).toList();
    return own.isEmpty() ? Examples.of(provider) : own;
  }

  /** The names of those that have calls here, as often as they have. */
  public List<String> names() {
    return calls.stream().map(CallText::name).toList();
  }
}
