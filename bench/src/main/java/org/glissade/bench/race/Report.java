package org.glissade.bench.race;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that the race has found so far.
 *
 * @param environment what it was held on, in order
 * @param sections the events, in order
 */
record Report(Map<String, String> environment, List<Section> sections) {
  Report {
    environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
    sections = List.copyOf(sections);
  }

  /** The same with more events. */
  Report with(List<Section> more) {
    List<Section> all = new ArrayList<>(sections);
    all.addAll(more);
    return new Report(environment, all);
  }

  /** The same with another fact of the environment. */
  Report with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(environment);
    more.put(name, value);
    return new Report(more, sections);
  }
}
