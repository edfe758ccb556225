package org.glissade.examples.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that a job of several training runs has to tell.
 *
 * @param environment where and on what the runs were made
 * @param runs the runs in the order in which they were made; runs of one {@link RunResult#group()}
 *     are shown together
 */
public record Results(Environment environment, List<RunResult> runs) {
  public Results {
    runs = List.copyOf(runs);
  }

  /** Runs that are compared with each other, in order; the title is the group's own. */
  public record Group(String title, List<RunResult> runs) {
    public Group {
      runs = List.copyOf(runs);
    }
  }

  /** The runs by group, groups in the order of their first run. */
  public List<Group> groups() {
    Map<String, List<RunResult>> byTitle = new LinkedHashMap<>();
    for (RunResult run : runs) {
      byTitle.computeIfAbsent(run.group(), title -> new ArrayList<>()).add(run);
    }
    return byTitle.entrySet().stream().map(e -> new Group(e.getKey(), e.getValue())).toList();
  }
}
