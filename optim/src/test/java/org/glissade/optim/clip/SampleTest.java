package org.glissade.optim.clip;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.function.Function;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;
import org.glissade.optim.Models;
import org.glissade.tensor.Extent;
import org.glissade.testkit.golden.UpdateProgram;
import org.glissade.transform.Gradients;
import org.junit.jupiter.api.Test;

/** The statistics of a window against Commons Math, from the first number until it has wrapped. */
class SampleTest {
  private static final int LENGTH = 7;
  private static final long SEED = 20261123;

  private interface Statistic {
    double of(DescriptiveStatistics last);
  }

  /** Numbers with equal ones among them, and spikes. */
  private static void check(
      Function<Sample, Gradients> ours, Statistic theirs, int first, String what) {
    DescriptiveStatistics last = new DescriptiveStatistics(LENGTH);
    last.setPercentileImpl(new Percentile().withEstimationType(EstimationType.R_7));
    Random random = new Random(SEED);
    try (UpdateProgram program =
        Models.program(
            Models.vector(1),
            (all, step) ->
                all.within(
                    Extent.GLOBAL,
                    g -> {
                      Window window = Window.of(step, "norms", g.norm(), LENGTH);
                      step.report("statistic", ours.apply(window.after()));
                      return g;
                    }))) {
      for (int i = 1; i <= 3 * LENGTH; i++) {
        double number = random.nextInt(5) + (i % 4 == 0 ? 100 : 0);
        last.addValue(number);
        program.run(number);
        if (i >= first) {
          assertEquals(
              theirs.of(last),
              program.report("statistic")[0],
              1e-12,
              what + ", seed " + SEED + ", after " + i);
        }
      }
    }
  }

  @Test
  void quantilesLieOnTheLineBetweenNeighbours() {
    for (double share : new double[] {0.1, 0.25, 0.5, 0.9, 1}) {
      check(
          s -> s.quantile(s.count().like(share)),
          last -> last.getPercentile(100 * share),
          1,
          "at " + share);
    }
  }

  @Test
  void meansAndDeviations() {
    check(Sample::mean, DescriptiveStatistics::getMean, 1, "mean");
    check(Sample::deviation, DescriptiveStatistics::getStandardDeviation, 2, "deviation");
  }

  @Test
  void mediansOfDistances() {
    check(
        Sample::medianDeviation,
        last -> {
          double median = last.getPercentile(50);
          DescriptiveStatistics away = new DescriptiveStatistics();
          away.setPercentileImpl(new Percentile().withEstimationType(EstimationType.R_7));
          for (double number : last.getValues()) {
            away.addValue(Math.abs(number - median));
          }
          return away.getPercentile(50);
        },
        1,
        "median of distances");
  }

  @Test
  void whatIsNotFiniteIsKeptAsTheLargest() {
    try (UpdateProgram program =
        Models.program(
            Models.vector(1), "non-finite(propagate) | auto-clip(50, extent=global, window=3)")) {
      for (double number : new double[] {1, Double.NaN, Double.POSITIVE_INFINITY}) {
        program.run(number);
      }
      double[] kept = program.store().read("auto-clip/norms");
      assertEquals(1, kept[0]);
      assertEquals(Float.MAX_VALUE, kept[1]);
      assertEquals(Float.MAX_VALUE, kept[2]);
    }
  }
}
