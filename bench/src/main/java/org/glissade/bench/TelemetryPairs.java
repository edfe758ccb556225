package org.glissade.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.glissade.bench.TelemetryBenchmark.Level;
import org.glissade.bench.race.Sample;

/**
 * What telemetry adds, measured in one JVM in pairs of short turns, one without it and one with it,
 * each first in every other pair, so that a busy machine disturbs both alike. A line for each
 * comparison: its name, medians of both in microseconds for a run, and the median of the ratios of
 * pairs. Arguments: the number of threads and a chain.
 */
public final class TelemetryPairs {
  private static final int PAIRS = 20;
  private static final int WARM_UP = 25;
  private static final int UPDATES = 100;
  private static final double MICRO = 1e-3;

  private TelemetryPairs() {}

  /** Something that is measured, turn by turn. */
  interface Turns extends AutoCloseable {
    /** Makes one turn and says how many runs it was. */
    int turn();

    @Override
    void close();
  }

  /** Measures the update stage, and whole steps under the trainer. */
  public static void main(String[] arguments) {
    int threads = Integer.parseInt(arguments[0]);
    String chain = arguments[1];
    compare("update stage", level -> updates(chain, threads, level));
    compare("whole step", level -> new TelemetrySteps(chain, threads, level));
  }

  private static Turns updates(String chain, int threads, Level level) {
    UpdateStageProgram program =
        new UpdateStageProgram(chain, UpdateStageBenchmark.Size.W1.shapes(), threads, level);
    return new Turns() {
      @Override
      public int turn() {
        for (int i = 0; i < UPDATES; i++) {
          program.run();
        }
        return UPDATES;
      }

      @Override
      public void close() {
        program.close();
      }
    };
  }

  private static void compare(String what, Function<Level, Turns> kind) {
    try (Turns off = kind.apply(Level.OFF);
        Turns known = kind.apply(Level.KNOWN);
        Turns measured = kind.apply(Level.MEASURED)) {
      for (int i = 0; i < WARM_UP; i++) {
        List.of(off, known, measured).forEach(Turns::turn);
      }
      pairs(what + ", norms that are known", off, known);
      pairs(what + ", all norms", off, measured);
    }
  }

  private static void pairs(String what, Turns off, Turns on) {
    List<Double> without = new ArrayList<>();
    List<Double> with = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    for (int pair = 0; pair < PAIRS; pair++) {
      boolean offFirst = pair % 2 == 0;
      double first = micros(offFirst ? off : on);
      double second = micros(offFirst ? on : off);
      without.add(offFirst ? first : second);
      with.add(offFirst ? second : first);
      ratios.add(with.get(pair) / without.get(pair));
    }
    System.out.printf(
        Locale.ROOT,
        "%s;%.3f;%.3f;%.4f%n",
        what,
        new Sample(without).median(),
        new Sample(with).median(),
        new Sample(ratios).median());
  }

  private static double micros(Turns turns) {
    long start = System.nanoTime();
    int runs = turns.turn();
    return MICRO * (System.nanoTime() - start) / runs;
  }
}
