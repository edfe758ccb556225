package org.glissade.spi;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.glissade.spi.text.LocatedException;
import org.glissade.spi.text.Position;

/** A name that no provider has; the message gives the nearest, all names, and what was left out. */
public final class UnknownProviderException extends LocatedException {
  private static final long serialVersionUID = 1L;

  private final String name;
  private final ArrayList<String> known;
  private final ArrayList<Problem> problems;

  UnknownProviderException(
      Position position,
      String kind,
      String name,
      Collection<String> known,
      List<Problem> problems) {
    super(position, message(kind, name, known, problems));
    this.name = name;
    this.known = new ArrayList<>(known);
    this.problems = new ArrayList<>(problems);
  }

  /** The name that was asked for. */
  public String name() {
    return name;
  }

  /** The known name that was probably meant. */
  public Optional<String> nearest() {
    return Nearest.to(name, known);
  }

  /** All known names, sorted. */
  public List<String> known() {
    return List.copyOf(known);
  }

  /** Why some providers were left out; the one that was meant may be among them. */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  private static String message(
      String kind, String name, Collection<String> known, List<Problem> problems) {
    String near = Nearest.to(name, known).map(n -> "; did you mean '" + n + "'?").orElse(".");
    String names =
        known.isEmpty()
            ? " None is on the class path."
            : " Known: " + String.join(", ", known) + ".";
    String leftOut =
        problems.isEmpty()
            ? ""
            : problems.stream()
                .map(Problem::describe)
                .collect(Collectors.joining(". ", " Left out: ", "."));
    return "no " + kind + " is named '" + name + "'" + near + names + leftOut;
  }
}
