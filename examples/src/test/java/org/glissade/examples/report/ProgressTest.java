package org.glissade.examples.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private static Progress progress(double loss, double accuracy) {
    return new Progress(
        2, 7, "clip-by-norm", 1, 2, 312, 469, loss, accuracy, 61_234, Duration.ofSeconds(65));
  }

  @Test
  void theWholeLine() {
    assertEquals(
        "run 2/7 clip-by-norm  epoch 1/2  step 312/469  loss 0.431  test 91.2 %  61,234 samples/s"
            + "  ETA 1 m 05 s",
        progress(0.43121, 0.912).line());
  }

  @Test
  void beforeTheFirstEvaluationThereIsNoAccuracyAndLossMayBeAnything() {
    assertEquals(
        "run 2/7 clip-by-norm  epoch 1/2  step 312/469  loss NaN  61,234 samples/s  ETA 1 m 05 s",
        progress(Double.NaN, Double.NaN).line());
  }

  @Test
  void aNarrowLineLosesWhatMattersLeastFirst() {
    Progress progress = progress(0.43121, 0.912);
    assertEquals(
        "run 2/7 clip-by-norm  epoch 1/2  step 312/469  loss 0.431  test 91.2 %  ETA 1 m 05 s",
        progress.line(99));
    assertEquals(
        "run 2/7 clip-by-norm  epoch 1/2  loss 0.431  test 91.2 %  ETA 1 m 05 s",
        progress.line(79));
    assertEquals("run 2/7 clip-by-norm  epoch 1/2  loss 0.431  ETA 1 m 05 s", progress.line(60));
    assertEquals("run 2/7 clip-by-norm  epoch 1/2  ETA 1 m 05 s", progress.line(50));
    assertEquals("run 2/7 clip-", progress.line(13));
  }

  @Test
  void anUnknownEndIsNotShown() {
    Progress progress = new Progress(1, 1, "none", 1, 2, 1, 9, 1, Double.NaN, 64, Duration.ZERO);
    assertEquals("run 1/1 none  epoch 1/2  step 1/9  loss 1.00  64 samples/s", progress.line());
  }

  @Test
  void theEndIsNotGuessedWhileTheSlowStartCounts() {
    long[] now = {0};
    Pace pace = new Pace(100_000, () -> now[0]);
    assertEquals(0, pace.samplesPerSecond());
    assertEquals(Duration.ZERO, pace.remaining());
    now[0] = 5_000_000_000L;
    pace.done(1_000);
    assertEquals(200, pace.samplesPerSecond());
    assertEquals(Duration.ZERO, pace.remaining());
    now[0] = 7_000_000_000L;
    pace.done(18_000);
    assertEquals(9_000, pace.samplesPerSecond());
    assertEquals(Duration.ofSeconds(9), pace.remaining());
  }

  @Test
  void paceIsThatOfTheLastSecondsAndDroppedWorkIsNotWaitedFor() {
    long[] now = {0};
    Pace pace = new Pace(100_000, () -> now[0]);
    for (int second = 1; second <= 10; second++) {
      now[0] = second * 1_000_000_000L;
      pace.done(second < 8 ? 1_000 : 5_000);
    }
    assertEquals(5_000, pace.samplesPerSecond(), 1000);
    pace.dropped(53_000);
    assertEquals(25_000 / pace.samplesPerSecond(), pace.remaining().toNanos() / 1e9, 1e-6);
    pace.done(60_000);
    assertEquals(Duration.ZERO, pace.remaining());
  }
}
