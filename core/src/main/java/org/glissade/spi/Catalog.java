package org.glissade.spi;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.glissade.spi.text.CallText;
import org.glissade.spi.text.LocatedException;
import org.glissade.spi.text.Position;

/**
 * The providers of one kind, and the reasons why others were left out. A provider that cannot be
 * loaded never hides another one; a name that two providers claim belongs to neither. Immutable.
 *
 * @param <P> the kind, an interface named {@code …Provider} that this module {@code uses}
 */
public final class Catalog<P extends Provider> {
  private final String kind;
  private final Map<String, P> byName = new TreeMap<>();
  private final Map<String, String> contested = new TreeMap<>();
  private final List<Problem> problems = new ArrayList<>();

  private Catalog(Class<P> kind, Iterable<? extends P> candidates, Collection<Problem> problems) {
    this.kind = label(kind);
    this.problems.addAll(problems);
    Map<String, List<P>> claims = new TreeMap<>();
    for (P candidate : candidates) {
      admit(candidate, claims);
    }
    claims.forEach(this::settle);
  }

  /** The providers that the class loader of the kind can see. */
  public static <P extends Provider> Catalog<P> load(Class<P> kind) {
    return load(kind, kind.getClassLoader());
  }

  /** The providers that a class loader can see. */
  public static <P extends Provider> Catalog<P> load(Class<P> kind, ClassLoader loader) {
    Discovery<P> discovery = new Discovery<>(kind, loader);
    discovery.search();
    return new Catalog<>(kind, discovery.found(), discovery.problems());
  }

  /** These providers, held to the same rules. */
  public static <P extends Provider> Catalog<P> of(Class<P> kind, Iterable<? extends P> providers) {
    return new Catalog<>(kind, providers, List.of());
  }

  /**
   * What people call this kind: {@code gradient transform} of {@code GradientTransformProvider}.
   */
  public String kind() {
    return kind;
  }

  /**
   * The provider with this name.
   *
   * @throws UnknownProviderException if there is none
   * @throws LocatedException if two providers have this name
   */
  public P get(String name) {
    return get(name, Position.NONE);
  }

  /**
   * The provider that a call names; mistakes point at the call.
   *
   * @throws UnknownProviderException if there is none
   * @throws LocatedException if two providers have this name
   */
  public P get(CallText call) {
    return get(call.name(), call.position());
  }

  /** The names of all providers. */
  public SortedSet<String> names() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(byName.keySet()));
  }

  /** All providers, by name. */
  public List<P> providers() {
    return List.copyOf(byName.values());
  }

  /** Why other providers were left out. */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  private P get(String name, Position position) {
    String claimants = contested.get(name);
    if (claimants != null) {
      throw new LocatedException(
          position, kind + " '" + name + "' is offered by " + claimants + "; remove all but one");
    }
    P provider = byName.get(name);
    if (provider == null) {
      throw new UnknownProviderException(position, kind, name, byName.keySet(), problems);
    }
    return provider;
  }

  private void admit(P candidate, Map<String, List<P>> claims) {
    try {
      String name = candidate.name();
      int version = candidate.spiVersion();
      if (name == null || !Names.isProvider(name)) {
        reject(
            candidate,
            "its name '" + name + "' is not lower-case words joined by hyphens",
            "name it as soft-clip or acme:soft-clip");
      } else if (version > Spi.VERSION) {
        reject(
            candidate,
            "it was built for version " + version + " of the interface, this is " + Spi.VERSION,
            "use a newer Glissade or an older " + Origin.of(candidate.getClass()));
      } else {
        claims.computeIfAbsent(name, key -> new ArrayList<>()).add(candidate);
      }
    } catch (ServiceConfigurationError | LinkageError | RuntimeException failure) {
      Class<?> type = candidate.getClass();
      problems.add(Problem.of(type.getName(), Origin.of(type), failure));
    }
  }

  private void reject(P candidate, String reason, String remedy) {
    Class<?> type = candidate.getClass();
    problems.add(new Problem(type.getName(), Origin.of(type), reason, remedy));
  }

  private void settle(String name, List<P> claimants) {
    if (claimants.size() == 1) {
      byName.put(name, claimants.get(0));
      return;
    }
    String all = claimants.stream().map(Catalog::whoAndWhere).collect(Collectors.joining(" and "));
    contested.put(name, all);
    problems.add(
        new Problem("'" + name + "'", "", "it is offered by " + all, "remove all but one"));
  }

  private static String whoAndWhere(Provider provider) {
    Class<?> type = provider.getClass();
    return type.getName() + " (" + Origin.of(type) + ")";
  }

  private static String label(Class<?> kind) {
    return kind.getSimpleName()
        .replaceFirst("Provider$", "")
        .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
        .toLowerCase(Locale.ROOT);
  }
}
