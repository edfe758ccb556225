package org.glissade.examples;

import java.util.Locale;
import java.util.StringJoiner;
import org.glissade.examples.report.RunResult;

/** The one line that is shown when a run ends. */
final class Outcome {
  private static final double PERCENT = 100;

  private Outcome() {}

  /** {@code none: test 9.6 %, exploded at step 4, relu-1 died, 8.3 s}. */
  static String of(RunResult run) {
    StringJoiner parts = new StringJoiner(", ", run.name() + ": ", "");
    run.lastEpoch().ifPresent(e -> parts.add(format("test %.1f %%", PERCENT * e.testAccuracy())));
    run.explosion()
        .filter(explosion -> run.stopped().isEmpty() || Double.isFinite(explosion.ratio()))
        .ifPresent(explosion -> parts.add("exploded at step " + explosion.step()));
    run.death().ifPresent(death -> parts.add(death.layer() + " died"));
    run.stopped().ifPresent(parts::add);
    return parts.add(format("%.1f s", run.seconds())).toString();
  }

  private static String format(String format, double number) {
    return String.format(Locale.ROOT, format, number);
  }
}
