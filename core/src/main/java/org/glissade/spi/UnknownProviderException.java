package org.glissade.spi;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.glissade.spi.text.LocatedException;
import org.glissade.spi.text.Position;

/**
 * A name that no provider has. The message gives the nearest names, all where they are few, and
 * what was left out.
 */
public final class UnknownProviderException extends LocatedException {
  private static final long serialVersionUID = 1L;

  private static final int FEW = 10;

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

  /** Whether the message leaves out names, so that it pays to show how to list them. */
  public boolean isShortened() {
    return !isFew(known);
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
    String near = Nearest.question(name, known);
    String leftOut =
        problems.isEmpty()
            ? ""
            : problems.stream()
                .map(Problem::describe)
                .collect(Collectors.joining(". ", " Left out: ", "."));
    return "no " + kind + " is named '" + name + "'" + near + others(near, known) + leftOut;
  }

  /** All names where they are few; how many there are, where also none of them is near. */
  private static String others(String near, Collection<String> known) {
    if (known.isEmpty()) {
      return " None is on the class path.";
    }
    if (isFew(known)) {
      return " Known: " + String.join(", ", known) + ".";
    }
    return near.endsWith("?") ? "" : " There are " + known.size() + ", and none is like it.";
  }

  private static boolean isFew(Collection<String> known) {
    return known.size() <= FEW;
  }
}
