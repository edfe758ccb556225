package org.glissade.optim;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.glissade.tensor.Kind;
import org.glissade.tensor.Parameter;
import org.glissade.transform.Gradients;

/**
 * Some of the parameters: those of certain kinds whose path matches a pattern.
 *
 * @param kinds which kinds
 * @param name a pattern for the path, such as {@code encoder/*}{@code /weight}: {@code *} is any
 *     text within one layer's name, {@code **} any text at all, {@code ?} one character
 */
public record Selection(Set<Kind> kinds, String name) implements Predicate<Parameter> {
  private static final String ANY_NAME = "**";
  private static final Pattern WILDCARD = Pattern.compile("\\*\\*|\\*|\\?|[^*?]+");

  /** Checks that there is something to select by. */
  public Selection {
    if (kinds.isEmpty() || name.isBlank()) {
      throw new IllegalArgumentException(
          "a selection needs at least one kind and a name, but got %s and '%s'; ** is any name"
              .formatted(kinds, name));
    }
    kinds = Set.copyOf(EnumSet.copyOf(kinds));
  }

  /** Every parameter. */
  public static Selection all() {
    return new Selection(EnumSet.allOf(Kind.class), ANY_NAME);
  }

  /** The parameters of these kinds. */
  public static Selection kind(Kind first, Kind... more) {
    return new Selection(EnumSet.of(first, more), ANY_NAME);
  }

  /** The parameters whose path matches a pattern. */
  public static Selection name(String pattern) {
    return new Selection(EnumSet.allOf(Kind.class), pattern);
  }

  @Override
  public boolean test(Parameter parameter) {
    return kinds.contains(parameter.kind()) && matches(parameter);
  }

  /**
   * Finds a misspelt pattern.
   *
   * @param who the transform that selects
   * @param gradients of the parameters to select from
   * @throws IllegalArgumentException if the pattern matches no parameter of the layout
   */
  public void check(String who, Gradients gradients) {
    List<Parameter> all = gradients.layout().parameters();
    if (all.stream().noneMatch(this::matches)) {
      throw new IllegalArgumentException(
          "%s: no parameter is named %s; there are %s"
              .formatted(
                  who, name, all.stream().map(Parameter::path).collect(Collectors.joining(", "))));
    }
  }

  private boolean matches(Parameter parameter) {
    return Pattern.matches(regex(), parameter.path());
  }

  private String regex() {
    return WILDCARD
        .matcher(name)
        .replaceAll(
            part ->
                switch (part.group()) {
                  case "**" -> ".*";
                  case "*" -> "[^/]*";
                  case "?" -> "[^/]";
                  default -> java.util.regex.Matcher.quoteReplacement(Pattern.quote(part.group()));
                });
  }

  /** As it is written in settings: {@code kind=bias}. */
  @Override
  public String toString() {
    String kind =
        kinds.stream().sorted().map(Kind::label).collect(Collectors.joining(", ", "kind=", ""));
    boolean everyKind = kinds.size() == Kind.values().length;
    if (everyKind) {
      return "name=" + name;
    }
    return name.equals(ANY_NAME) ? kind : kind + ", name=" + name;
  }
}
