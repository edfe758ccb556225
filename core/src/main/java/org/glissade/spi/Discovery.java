package org.glissade.spi;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;

/**
 * One search for the providers of a kind. Every step of {@link ServiceLoader} may fail, also {@code
 * hasNext}, and not only with its own error; each failure becomes a {@link Problem} and the search
 * goes on, but not for ever, since a step may fail without advancing.
 */
final class Discovery<P extends Provider> {
  static final int MAX_FAILURES = 100;

  private final Class<P> kind;
  private final ClassLoader loader;
  private final ServiceFiles files;
  private final Map<String, String> unaccounted;
  private final List<P> found = new ArrayList<>();
  private final Set<Problem> problems = new LinkedHashSet<>();

  Discovery(Class<P> kind, ClassLoader loader) {
    this.kind = kind;
    this.loader = loader;
    this.files = new ServiceFiles(kind, loader);
    this.unaccounted = new LinkedHashMap<>(files.origins());
  }

  List<P> found() {
    return found;
  }

  Set<Problem> problems() {
    return problems;
  }

  void search() {
    search(ServiceLoader.load(kind, loader).stream().iterator());
  }

  void search(Iterator<ServiceLoader.Provider<P>> providers) {
    int failures = 0;
    while (failures < MAX_FAILURES) {
      try {
        if (!providers.hasNext()) {
          return;
        }
        create(providers.next());
      } catch (ServiceConfigurationError | LinkageError | RuntimeException failure) {
        problems.add(blame(failure));
        failures++;
      }
    }
    problems.add(
        new Problem(
            kind.getName(),
            "",
            "the search stopped after " + MAX_FAILURES + " failures",
            "providers may be missing until these are mended"));
  }

  private void create(ServiceLoader.Provider<P> provider) {
    String name = provider.type().getName();
    unaccounted.remove(name);
    try {
      found.add(provider.get());
    } catch (ServiceConfigurationError | LinkageError | RuntimeException failure) {
      problems.add(Problem.of(name, Origin.of(provider.type()), failure));
    }
  }

  /** ServiceLoader does not say which class it could not find or link; the service files help. */
  private Problem blame(Throwable failure) {
    String message = String.valueOf(failure.getMessage());
    Problem inFile = files.problemIn(message);
    if (inFile != null) {
      return inFile;
    }
    for (String name : unaccounted.keySet()) {
      if (message.contains(" " + name + " ") || failsLikewise(name, failure)) {
        return Problem.of(name, String.valueOf(unaccounted.remove(name)), failure);
      }
    }
    return Problem.of(kind.getName(), "", failure);
  }

  private boolean failsLikewise(String name, Throwable failure) {
    try {
      Class.forName(name, false, loader);
      return false;
    } catch (ClassNotFoundException | LinkageError again) {
      return again.getClass() == failure.getClass();
    }
  }
}
