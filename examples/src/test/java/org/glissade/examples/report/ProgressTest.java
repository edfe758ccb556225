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
  void paceIsDoneOverTimeAndDroppedWorkIsNotWaitedFor() {
    long[] now = {0};
    Pace pace = new Pace(100_000, () -> now[0]);
    assertEquals(0, pace.samplesPerSecond());
    assertEquals(Duration.ZERO, pace.remaining());
    now[0] = 2_000_000_000L;
    assertEquals(Duration.ZERO, pace.remaining());
    pace.done(20_000);
    assertEquals(10_000, pace.samplesPerSecond());
    assertEquals(Duration.ofSeconds(8), pace.remaining());
    pace.dropped(50_000);
    assertEquals(Duration.ofSeconds(3), pace.remaining());
    pace.done(40_000);
    assertEquals(Duration.ZERO, pace.remaining());
  }
}
