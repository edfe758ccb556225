package org.glissade.backend;

import static java.util.stream.Collectors.joining;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.glissade.spi.Catalog;
import org.glissade.spi.Problem;
import org.glissade.spi.UnknownProviderException;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the backend: the one that the caller names, else the one that the system property {@value
 * #PROPERTY} names, else that of the environment variable {@value #VARIABLE}, else {@value #AUTO},
 * which takes the best that can run here. A name never falls back to another backend.
 */
public final class BackendSelector {
  /** The name that stands for the best backend that can run here. */
  public static final String AUTO = "auto";

  /** The system property that names a backend. */
  public static final String PROPERTY = "glissade.backend";

  /** The environment variable that names a backend. */
  public static final String VARIABLE = "GLISSADE_BACKEND";

  /** Backends of ours, which a missing jar may be the reason for not finding. */
  private static final Map<String, String> OURS =
      Map.of(
          "cpu", "org.glissade:glissade-backend-cpu",
          "nd4j", "org.glissade:glissade-backend-nd4j",
          "cuda", "org.glissade:glissade-backend-cuda");

  private final Catalog<BackendProvider> catalog;
  private final UnaryOperator<@Nullable String> properties;
  private final UnaryOperator<@Nullable String> variables;

  /** A selector among the backends of a catalog. */
  public BackendSelector(Catalog<BackendProvider> catalog) {
    this(catalog, System::getProperty, System::getenv);
  }

  BackendSelector(
      Catalog<BackendProvider> catalog,
      UnaryOperator<@Nullable String> properties,
      UnaryOperator<@Nullable String> variables) {
    this.catalog = catalog;
    this.properties = properties;
    this.variables = variables;
  }

  /** A selector among the backends on the class path. */
  public static BackendSelector load() {
    return new BackendSelector(Catalog.load(BackendProvider.class));
  }

  /** Every backend on the class path, the best first, and whether it can run here. */
  public List<BackendCandidate> candidates() {
    return catalog.providers().stream()
        .sorted(Comparator.comparingInt(BackendProvider::rank).reversed())
        .map(BackendCandidate::of)
        .toList();
  }

  /** The backend that the property, the variable or {@value #AUTO} gives. */
  public BackendChoice select() {
    return select(Optional.empty());
  }

  /**
   * The backend that the argument names; an empty or blank argument names none.
   *
   * @throws IllegalArgumentException if there is no such backend or it cannot run here; the message
   *     says what to do
   */
  public BackendChoice select(Optional<String> argument) {
    if (isName(argument.orElse(null))) {
      return choose(argument.orElseThrow(), "the argument");
    }
    String property = properties.apply(PROPERTY);
    if (property != null && isName(property)) {
      return choose(property, "the system property " + PROPERTY);
    }
    String variable = variables.apply(VARIABLE);
    return variable != null && isName(variable)
        ? choose(variable, "the environment variable " + VARIABLE)
        : best();
  }

  /** Whether someone names a backend: the argument, the property or the variable. */
  public boolean isAskedFor(Optional<String> argument) {
    return isName(argument.orElse(null))
        || isName(properties.apply(PROPERTY))
        || isName(variables.apply(VARIABLE));
  }

  private static boolean isName(@Nullable String text) {
    return text != null && !text.isBlank();
  }

  private BackendChoice choose(String name, String origin) {
    if (name.equals(AUTO)) {
      return best();
    }
    BackendCandidate candidate = BackendCandidate.of(find(name, origin));
    if (!candidate.isAvailable()) {
      throw new IllegalArgumentException(
          "backend '%s' (asked for by %s) cannot run here: %s"
              .formatted(name, origin, candidate.describe()));
    }
    return new BackendChoice(
        candidate.provider().backend(),
        "Backend %s: %s (asked for by %s)".formatted(name, candidate.describe(), origin));
  }

  private BackendProvider find(String name, String origin) {
    try {
      return catalog.get(name);
    } catch (UnknownProviderException unknown) {
      String coordinate = OURS.get(name);
      if (coordinate != null && catalog.problems().isEmpty()) {
        throw new IllegalArgumentException(
            "backend '%s' (asked for by %s) is not on the class path: add %s in the version of the"
                    .formatted(name, origin, coordinate)
                + " other Glissade modules"
                + catalog.names().stream().map(known -> ", or use " + known).collect(joining()),
            unknown);
      }
      throw new IllegalArgumentException(
          "%s It was asked for by %s.".formatted(unknown.getMessage(), origin), unknown);
    }
  }

  private BackendChoice best() {
    List<BackendCandidate> all = candidates();
    Optional<BackendCandidate> found =
        all.stream().filter(BackendCandidate::isAvailable).findFirst();
    if (found.isEmpty()) {
      throw new IllegalArgumentException(
          "no backend can run here: " + passedOver(all, null) + leftOut());
    }
    BackendCandidate best = found.get();
    String others = passedOver(all, best) + leftOut();
    return new BackendChoice(
        best.provider().backend(),
        "Backend %s: %s (%s%s)"
            .formatted(
                best.provider().name(),
                best.describe(),
                AUTO,
                others.isEmpty() ? "" : "; passed over " + others));
  }

  private static String passedOver(List<BackendCandidate> all, @Nullable BackendCandidate chosen) {
    String others =
        all.stream()
            .filter(candidate -> chosen == null || candidate.provider() != chosen.provider())
            .map(
                candidate ->
                    candidate.provider().name()
                        + ": "
                        + (candidate.isAvailable() ? "ranks lower" : candidate.describe()))
            .collect(joining(", "));
    return others.isEmpty() && chosen == null
        ? "none is on the class path; add org.glissade:glissade-backend-cpu"
        : others;
  }

  private String leftOut() {
    return catalog.problems().stream()
        .map(Problem::describe)
        .map(problem -> ", " + problem)
        .collect(joining());
  }
}
