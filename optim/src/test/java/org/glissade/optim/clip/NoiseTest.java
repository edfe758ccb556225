package org.glissade.optim.clip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.apache.commons.math3.stat.StatUtils;
import org.glissade.optim.Models;
import org.glissade.testkit.golden.UpdateProgram;
import org.junit.jupiter.api.Test;

class NoiseTest {
  private static final int COUNT = 20_000;

  /** The noise of the first steps, a row each; the seed is that of the program. */
  private static double[][] steps(String chain, int count) {
    double[][] noise = new double[count][];
    try (UpdateProgram program = Models.program(Models.vector(COUNT), chain)) {
      for (int i = 0; i < count; i++) {
        program.write(new double[COUNT]);
        program.run(new double[COUNT]);
        noise[i] = program.parameters();
      }
    }
    return noise;
  }

  @Test
  void itsVarianceFallsAsOptaxSays() {
    double[][] noise = steps("noise(0.04, gamma=0.55)", 5);
    for (int i = 0; i < noise.length; i++) {
      double variance = 0.04 / Math.pow(i + 1, 0.55);
      assertEquals(0, StatUtils.mean(noise[i]), 5 * Math.sqrt(variance / COUNT), "step " + i);
      assertEquals(variance, StatUtils.variance(noise[i]), 0.05 * variance, "step " + i);
    }
  }

  @Test
  void descentWithNoiseMultipliesItByTheRate() {
    double[][] moves = steps("noisy-sgd(0.5, eta=0.04, gamma=0.55)", 2);
    for (int i = 0; i < moves.length; i++) {
      double variance = 0.5 * 0.5 * 0.04 / Math.pow(i + 1, 0.55);
      assertEquals(0, StatUtils.mean(moves[i]), 5 * Math.sqrt(variance / COUNT), "step " + i);
      assertEquals(variance, StatUtils.variance(moves[i]), 0.05 * variance, "step " + i);
    }
  }

  @Test
  void itIsNewInEachStepAndTheSameInEachRun() {
    double[][] noise = steps("noise(1, gamma=0)", 2);
    assertNotEquals(noise[0][7], noise[1][7]);
    assertEquals(1, StatUtils.variance(noise[1]), 0.05);
    assertArrayEquals(noise, steps("noise(1, gamma=0)", 2));
  }

  @Test
  void itAddsToTheGradient() {
    double[] noise = steps("noise(1, gamma=0)", 1)[0];
    try (UpdateProgram program = Models.program(Models.vector(COUNT), "noise(1, gamma=0)")) {
      double[] gradient = new double[COUNT];
      gradient[3] = 2;
      program.run(gradient);
      assertEquals(noise[3] - 2, program.parameters()[3], 1e-15);
      assertEquals(noise[4], program.parameters()[4]);
    }
  }
}
