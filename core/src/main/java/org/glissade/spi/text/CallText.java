package org.glissade.spi.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A name with arguments: {@code cosine(0.1, warmup=500)}. It is what a link calls, and a value
 * within the arguments of another call.
 *
 * @param name the name, such as {@code cosine} or {@code acme:soft-clip}
 * @param arguments the arguments as they are written
 * @param position where the name begins
 */
public record CallText(String name, List<Argument> arguments, Position position) implements Value {
  /**
   * @throws IllegalArgumentException if the name is not a word, with or without a vendor
   */
  public CallText {
    Syntax.requireWord(name, true);
    arguments = List.copyOf(arguments);
  }

  /** A call without arguments that was never written. */
  public static CallText of(String name) {
    return new CallText(name, List.of(), Position.NONE);
  }

  /** This call with one more positional argument. */
  public CallText with(Value value) {
    return with(new Argument(Optional.empty(), value, value.position()));
  }

  /** This call with one more named argument. */
  public CallText with(String key, Value value) {
    return with(new Argument(Optional.of(key), value, value.position()));
  }

  private CallText with(Argument argument) {
    List<Argument> more = new ArrayList<>(arguments);
    more.add(argument);
    return new CallText(name, more, position);
  }

  @Override
  public String print() {
    return arguments.stream()
        .map(Argument::print)
        .collect(Collectors.joining(", ", name + "(", ")"));
  }
}
