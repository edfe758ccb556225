package org.glissade.spi.text;

import java.util.Optional;

/**
 * One link of a chain as it is written: {@code momentum(0.9)}, or {@code slow: momentum(0.99)} with
 * a name of its own.
 *
 * @param givenName the name that the writer gave to the link
 * @param call the provider's name and its arguments
 */
public record LinkText(Optional<String> givenName, CallText call) {
  /**
   * @throws IllegalArgumentException if the given name is not a word
   */
  public LinkText {
    givenName.ifPresent(name -> Syntax.requireWord(name, false));
  }

  /** A link without a name of its own. */
  public static LinkText of(CallText call) {
    return new LinkText(Optional.empty(), call);
  }

  /** The text of this link. */
  public String print() {
    return givenName.map(name -> name + ": ").orElse("")
        + (call.arguments().isEmpty() ? call.name() : call.print());
  }
}
