package org.glissade.optim.clip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.glissade.optim.Models;
import org.glissade.testkit.golden.UpdateProgram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What thresholds that set themselves tell, after two gradients of norm 1 and one of norm 9. */
class ThresholdReportsTest {
  private static UpdateProgram run(String chain) {
    UpdateProgram program = Models.program(Models.vector(2), chain);
    program.run(1, 0);
    program.run(0, 1);
    program.run(0, 9);
    return program;
  }

  @ParameterizedTest
  @CsvSource({
    "auto-clip, '(50, extent=global)', 9, 1",
    "auto-clip, '(100, extent=global)', 9, 0",
    "quantile-clip, '(0.9, extent=global, initial=2)', 9, 1",
    "quantile-clip, '(0.1, extent=global, initial=9, rate=0.01)', 9, 1",
    "quantile-clip, '(0.9, extent=global, initial=10, rate=0.01)', 9, 0",
    "mad-clip, '(3, extent=parameter, warmup=2)', 9, 1",
    "mad-clip, '(3, extent=parameter, warmup=3)', 9, 0",
    "z-clip, '(extent=layer, warmup=2)', 9, 1",
    "z-clip, '(extent=layer, warmup=3)', 9, 0",
    "ada-gc, '(warmup=2)', 9, 1",
    "ada-gc, '(warmup=3, absolute=10)', 9, 0",
    "clip-by-running-max, '(extent=parameter)', 9, 1"
  })
  void normsAndWhereTheyActed(String name, String arguments, double norm, double acted) {
    try (UpdateProgram program = run(name + arguments)) {
      assertArrayEquals(new double[] {norm}, program.report(name + "/norm"), 1e-6);
      assertArrayEquals(new double[] {acted}, program.report(name + "/acted"));
    }
  }

  @Test
  void skippedStepsAreCounted() {
    try (UpdateProgram program = run("skip-spikes(3, window=4, warmup=2) | momentum(0.5)")) {
      assertArrayEquals(new double[] {1}, program.report("skip-spikes/acted"));
      assertArrayEquals(new double[] {1}, program.report("skip-spikes/skipped"));
      assertArrayEquals(new double[] {-1.5, -1}, program.parameters());
      assertEquals(2, program.store().read("count")[0]);
      program.run(0, 1);
      assertArrayEquals(new double[] {0}, program.report("skip-spikes/acted"));
      assertArrayEquals(new double[] {1}, program.report("skip-spikes/skipped"));
    }
  }

  @Test
  void presetsTellWhatEachPartDid() {
    try (UpdateProgram program = run("skip-or-clip(8, clip=0.5)")) {
      assertArrayEquals(new double[] {9}, program.report("skip-or-clip/norm"));
      assertArrayEquals(new double[] {1}, program.report("skip-or-clip/acted"));
      assertArrayEquals(new double[] {Double.NaN}, program.report("skip-or-clip/clip/norm"));
      program.run(3, 4);
      assertArrayEquals(new double[] {0}, program.report("skip-or-clip/acted"));
      assertArrayEquals(new double[] {5}, program.report("skip-or-clip/clip/norm"));
      assertArrayEquals(new double[] {1}, program.report("skip-or-clip/clip/acted"));
    }
    try (UpdateProgram program = run("global-then-layer(5, layer=1)")) {
      assertArrayEquals(new double[] {9}, program.report("global-then-layer/global/norm"));
      assertArrayEquals(new double[] {5}, program.report("global-then-layer/layer/norm"), 1e-15);
    }
  }

  @Test
  void spamTellsTheShareOfSpikes() {
    try (UpdateProgram program = run("spam(0.1, threshold=2, every=10, warmup=0, start=2)")) {
      assertArrayEquals(new double[] {0.5}, program.report("spam/acted"));
    }
  }
}
