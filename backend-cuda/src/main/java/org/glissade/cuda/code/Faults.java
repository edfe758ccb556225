package org.glissade.cuda.code;

import java.util.ArrayList;
import java.util.List;
import org.glissade.plan.Step;

/** Where an index may lead out of its data, by number, and what is then said. */
public final class Faults {
  private final List<String> sites = new ArrayList<>();

  /** A row of some data. */
  int row(int rows) {
    return add(
        "The data has %d rows, but row %%d was asked for: the order must hold 0 to %d"
            .formatted(rows, rows - 1));
  }

  /** A stretch of a list. */
  int take(Step.Take step) {
    return add(
        "%s holds %d entries, but %d were asked for from %%d: set %s back before it passes the end"
            .formatted(
                step.list().slot().name().replace("%", "%%"),
                step.list().shape().size(),
                step.count(),
                step.position().name().replace("%", "%%")));
  }

  private int add(String message) {
    sites.add(message);
    return sites.size() - 1;
  }

  /** What is said of a value that led out of the data. */
  public String describe(int site, int value) {
    return sites.get(site).formatted(value);
  }
}
