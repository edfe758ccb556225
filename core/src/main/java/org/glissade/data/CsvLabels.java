package org.glissade.data;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The labels of a CSV file, and the classes that they stand for. */
final class CsvLabels {
  private static final Pattern INTEGER = Pattern.compile("-?[0-9]+");

  private final List<String> given;
  private final List<String> labels = new ArrayList<>();
  private final Map<String, String> distinct = new HashMap<>();

  /** With the classes in order, or none to take what comes. */
  CsvLabels(List<String> given) {
    this.given = given;
  }

  /** Whether a label may come. */
  boolean accepts(String label) {
    return given.isEmpty() || given.contains(label);
  }

  /** The next example's label; one copy of each text is kept. */
  void add(String label) {
    labels.add(distinct.computeIfAbsent(label, same -> same));
  }

  /** The classes: those given, or those that came, sorted. */
  List<String> classes() {
    return given.isEmpty() ? sorted(distinct.keySet()) : given;
  }

  /** Each label's place among the classes. */
  int[] indices() {
    Map<String, Integer> index = new HashMap<>();
    for (String name : classes()) {
      index.put(name, index.size());
    }
    return labels.stream().mapToInt(index::get).toArray();
  }

  private static List<String> sorted(Collection<String> names) {
    Comparator<String> order = Comparator.naturalOrder();
    if (names.stream().allMatch(name -> INTEGER.matcher(name).matches())) {
      order = Comparator.comparing((String name) -> new BigInteger(name)).thenComparing(order);
    }
    return names.stream().sorted(order).toList();
  }
}
