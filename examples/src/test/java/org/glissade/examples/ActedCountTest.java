package org.glissade.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Set;
import org.glissade.nn.TrainingRun;
import org.junit.jupiter.api.Test;

class ActedCountTest {
  private final TrainingRun run = mock(TrainingRun.class);
  private final ActedCount count = new ActedCount();

  private void step(double[] clip, double[] own) {
    when(run.report("clip/acted")).thenReturn(clip);
    when(run.report("acted")).thenReturn(own);
    count.add(run);
  }

  @Test
  void aStepCountsOnceIfAnyGroupOfAnyLinkActed() {
    count.listenTo(Set.of("clip/acted", "acted", "clip/norm", "reacted"));
    step(new double[] {0, 1}, new double[] {1});
    step(new double[] {0, 0}, new double[] {0.25});
    step(new double[] {1, 1}, new double[] {0});
    step(new double[] {0, 0}, new double[] {0});
    step(new double[] {Double.NaN, Double.NaN}, new double[] {Double.NaN});
    assertEquals(0.6, count.share());
  }

  @Test
  void nothingIsSaidWhereNoLinkReportsIt() {
    count.listenTo(Set.of("norm", "non-finite/seen"));
    count.add(run);
    assertEquals(Double.NaN, count.share());
  }
}
