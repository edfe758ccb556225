package org.glissade.testkit;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What {@link Tally} counted in a module, printed when it is closed. */
final class Counts implements AutoCloseable {
  private final PrintStream out;
  private final Map<String, Long> runs = new TreeMap<>();
  private final Map<String, Map<String, Boolean>> containers = new TreeMap<>();

  Counts(PrintStream out) {
    this.out = out;
  }

  synchronized void run(String what, boolean passed) {
    runs.merge(what, passed ? 1L : 0L, Long::sum);
  }

  /** A container counts if all of its tests passed. */
  synchronized void container(String what, String id, boolean passed) {
    containers.computeIfAbsent(what, key -> new HashMap<>()).merge(id, passed, Boolean::logicalAnd);
  }

  /** Such as {@code 2 entries, 1,024 kit runs}, in the order of the alphabet. */
  synchronized String describe() {
    Map<String, Long> all = new TreeMap<>(runs);
    containers.forEach(
        (what, each) -> all.put(what, each.values().stream().filter(passed -> passed).count()));
    List<String> words = new ArrayList<>();
    all.forEach((what, count) -> words.add(String.format(Locale.ROOT, "%,d %s", count, what)));
    return String.join(", ", words);
  }

  @Override
  public void close() {
    Path module = Path.of(System.getProperty("basedir", "")).toAbsolutePath().getFileName();
    out.println(module + ": " + describe());
  }
}
