package org.glissade.spi.text;

import java.util.Optional;

/**
 * An argument as it is written: {@code 0.9} or {@code beta=0.9}.
 *
 * @param key the setting that it names, if it names one
 * @param value the value
 * @param position where the argument begins
 */
public record Argument(Optional<String> key, Value value, Position position) {
  /**
   * @throws IllegalArgumentException if the key is not a word
   */
  public Argument {
    key.ifPresent(name -> Syntax.requireWord(name, false));
  }

  /** The text of this argument. */
  public String print() {
    return key.map(name -> name + "=").orElse("") + value.print();
  }
}
