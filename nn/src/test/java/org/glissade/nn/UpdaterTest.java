package org.glissade.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Supplier;
import org.glissade.reference.ReferenceBackend;
import org.glissade.tensor.Extent;
import org.glissade.tensor.Kind;
import org.glissade.tensor.Shape;
import org.glissade.transform.Chain;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Link;
import org.glissade.transform.NonFinite;
import org.glissade.transform.NonFinite.Policy;
import org.glissade.transform.NonFinite.Rollback;
import org.glissade.transform.UpdateStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class UpdaterTest {
  private static final GradientTransform HALF = (gradients, step) -> gradients.times(0.5);

  private static UpdaterBuilder builder(GradientTransform chain) {
    return Updater.of(chain)
        .backend(new ReferenceBackend())
        .parameter("dense/weight", Shape.of(1, 3), Kind.WEIGHT, 1, 2, 3)
        .parameter("dense/bias", Shape.of(3), Kind.BIAS, 4, 5, 6)
        .parameter("scale", Shape.of(1), Kind.NORM, 7);
  }

  private static float[] read(Updater updater, String path, int length) {
    float[] values = new float[length];
    updater.read(path, values);
    return values;
  }

  private static Updater give(Updater updater, float... weight) {
    return updater
        .gradient("dense/weight", weight)
        .gradient("dense/bias", 0, 2, 0)
        .gradient("scale", 1);
  }

  @Test
  void theChainsResultIsSubtracted() {
    try (Updater updater = builder(HALF).build()) {
      assertArrayEquals(new float[] {4, 5, 6}, read(updater, "dense/bias", 3));
      give(updater, 2, 4, -6).step();
      assertArrayEquals(new float[] {0, 0, 6}, read(updater, "dense/weight", 3));
      assertArrayEquals(new float[] {4, 4, 6}, read(updater, "dense/bias", 3));
      assertArrayEquals(new float[] {6.5f}, read(updater, "scale", 1));
      give(updater, 0, 0, 1).step();
      assertArrayEquals(new float[] {0, 0, 5.5f}, read(updater, "dense/weight", 3));
      assertEquals(2, updater.store().read(UpdateStage.COUNT)[0]);
    }
  }

  /**
   * One third of what each layer's gradients sum up to: dense has two parameters, scale is its own.
   */
  @Test
  void thePathSaysTheLayer() {
    GradientTransform sums =
        (gradients, step) -> gradients.within(Extent.LAYER, g -> g.zeros().plus(g.sum()));
    try (Updater updater = builder(sums).build()) {
      give(updater, 1, 2, 3).step();
      assertArrayEquals(new float[] {1 - 8, 2 - 8, 3 - 8}, read(updater, "dense/weight", 3));
      assertArrayEquals(new float[] {4 - 8, 5 - 8, 6 - 8}, read(updater, "dense/bias", 3));
      assertArrayEquals(new float[] {6}, read(updater, "scale", 1));
    }
  }

  @Test
  void aGradientThatIsNotFiniteStops() {
    try (Updater updater = builder(HALF).build()) {
      give(updater, 2, Float.NaN, Float.NEGATIVE_INFINITY);
      String message = message(IllegalStateException.class, updater::step);
      assertEquals(
          "The gradient of dense/weight is not finite: element 1 is NaN, 2 of 3 are bad. Nothing was"
              + " changed by this step. Look into it, then call clearStop(), or begin the chain with"
              + " non-finite(skip-step)",
          message);
      assertArrayEquals(new float[] {1, 2, 3}, read(updater, "dense/weight", 3));
      give(updater, 2, 2, 2);
      assertTrue(message(IllegalStateException.class, updater::step).contains("clearStop()"));
      updater.clearStop();
      updater.step();
      assertArrayEquals(new float[] {0, 1, 2}, read(updater, "dense/weight", 3));
    }
  }

  private static Updater giveBad(Updater updater) {
    return give(updater, 2, Float.NaN, 2);
  }

  @Test
  void aStreakOfSkippedStepsStops() {
    NonFinite policy = new NonFinite(Policy.SKIP_STEP, 3, Rollback.USUAL);
    try (Updater updater =
        builder(Chain.of(List.of(Link.of("", policy), Link.of("", HALF)))).build()) {
      for (int i = 0; i < 2; i++) {
        giveBad(updater).step();
        giveBad(updater).step();
        give(updater, 2, 2, 2).step();
      }
      giveBad(updater).step();
      giveBad(updater).step();
      assertEquals(
          "The gradient of dense/weight is not finite: element 1 is NaN, 1 of 3 are bad. 3 steps in"
              + " a row were skipped, which is the limit. Nothing was changed by this step. Look"
              + " into it before the next step",
          message(IllegalStateException.class, giveBad(updater)::step));
      assertArrayEquals(new float[] {-1, 0, 1}, read(updater, "dense/weight", 3));
      giveBad(updater).step();
      give(updater, 2, 2, 2).step();
      assertArrayEquals(new float[] {-2, -1, 0}, read(updater, "dense/weight", 3));
      assertEquals(8, updater.store().read(NonFinite.SKIPPED)[0]);
    }
  }

  @Test
  void rollbackGoesBackWithALowerRateAndThenStops() {
    NonFinite policy = new NonFinite(Policy.ROLLBACK, 2, new Rollback(0.5, 2, 3));
    GradientTransform rate = (gradients, step) -> gradients.times(step.setting("rate", 1));
    try (Updater updater =
        builder(Chain.of(List.of(Link.of("", policy), Link.of("", rate)))).build()) {
      for (int i = 0; i < 3; i++) {
        give(updater, 1, 1, 1).step();
      }
      assertArrayEquals(new float[] {-2, -1, 0}, read(updater, "dense/weight", 3));
      giveBad(updater).step();
      assertArrayEquals(new float[] {-1, 0, 1}, read(updater, "dense/weight", 3), "after step 2");
      assertEquals(0.5, updater.store().read("rate")[0]);
      giveBad(updater).step();
      assertArrayEquals(new float[] {1, 2, 3}, read(updater, "dense/weight", 3), "the first");
      assertEquals(0.25, updater.store().read("rate")[0]);
      assertEquals(2, updater.store().read(NonFinite.SKIPPED)[0]);
      String stopped = message(IllegalStateException.class, giveBad(updater)::step);
      assertTrue(stopped.contains("has gone back 2 times already, which is the limit. "), stopped);
    }
  }

  @Test
  void rollbackNeedsARateThatCanBeLowered() {
    Chain chain = Chain.of(List.of(Link.of("", new NonFinite(Policy.ROLLBACK)), Link.of("", HALF)));
    try (Updater updater = builder(chain).build()) {
      give(updater, 1, 1, 1);
      assertTrue(
          refused(
                  () -> {
                    updater.step();
                    return updater;
                  })
              .contains("no link of the chain has a rate"));
    }
  }

  @Test
  void everyStepNeedsEveryGradient() {
    try (Updater updater = builder(HALF).build()) {
      give(updater, 1, 1, 1).step();
      updater.gradient("dense/weight", 1, 1, 1).gradient("scale", 1);
      String message = message(IllegalStateException.class, updater::step);
      assertEquals(
          "The gradient of dense/bias was not given: give one for each parameter before each step",
          message);
    }
  }

  @Test
  void mistakesAreNamed() {
    try (Updater updater = builder(HALF).build()) {
      String unknown = refused(() -> updater.gradient("dense/wieght", 1));
      assertTrue(unknown.contains("'dense/weight'"), unknown);
      assertEquals(
          "Parameter dense/bias [3] has 3 elements, but the array has 2",
          refused(() -> updater.gradient("dense/bias", 1, 2)));
    }
    assertTrue(refused(() -> Updater.of(HALF).build()).contains("nothing to update"));
    assertTrue(
        refused(() -> builder(HALF).parameter("scale", Shape.of(1), Kind.NORM, 1))
            .contains("Two parameters are called scale"));
    assertEquals(
        "Parameter other has shape [2], 2 elements, but 1 values were given",
        refused(() -> builder(HALF).parameter("other", Shape.of(2), Kind.BIAS, 1)));
  }

  private static String refused(Supplier<?> call) {
    return message(IllegalArgumentException.class, call::get);
  }

  private static String message(Class<? extends Exception> type, Executable call) {
    return String.valueOf(assertThrows(type, call).getMessage());
  }
}
