package org.glissade.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.glissade.examples.report.Curve;
import org.glissade.examples.report.Explosion;
import org.junit.jupiter.api.Test;

class GradientWatchTest {
  private final GradientWatch watch = new GradientWatch(List.of("dense-1", "dense-2"));

  private void steps(double[]... norms) {
    for (int i = 0; i < norms.length; i++) {
      watch.add(i + 1, norms[i]);
    }
  }

  @Test
  void explosionIsTheFirstNormAboveAThousandTimesItsFirst() {
    steps(
        new double[] {2, 0.5},
        new double[] {2000, 500},
        new double[] {1, 501},
        new double[] {9e9, 1});
    assertEquals(Optional.of(new Explosion(3, "dense-2", 1002)), watch.explosion());
    assertEquals(9e9, watch.largest());
  }

  @Test
  void aThousandTimesIsNoExplosion() {
    steps(new double[] {2, 0.5}, new double[] {2000, 500});
    assertEquals(Optional.empty(), watch.explosion());
  }

  @Test
  void theLastLayerIsBlamedFirstAsTheBackwardPassMeetsItFirst() {
    steps(new double[] {1, 1}, new double[] {5000, 4000});
    assertEquals(Optional.of(new Explosion(2, "dense-2", 4000)), watch.explosion());
  }

  @Test
  void growthIsMeasuredFromTheFirstNormAboveZero() {
    steps(new double[] {0, 1}, new double[] {4, 1}, new double[] {4000, 1});
    assertEquals(Optional.empty(), watch.explosion());
    watch.add(4, new double[] {4004, 1});
    assertEquals(Optional.of(new Explosion(4, "dense-1", 1001)), watch.explosion());
  }

  @Test
  void nanAndInfinityAreExplosionsAndTheLargest() {
    steps(new double[] {1, 1}, new double[] {Double.NaN, 1}, new double[] {7, 1});
    assertEquals(Optional.of(new Explosion(2, "dense-1", Double.NaN)), watch.explosion());
    assertEquals(Double.NaN, watch.largest());
    GradientWatch other = new GradientWatch(List.of("dense-1"));
    other.add(1, new double[] {1});
    other.add(2, new double[] {Double.POSITIVE_INFINITY});
    assertEquals(
        Optional.of(new Explosion(2, "dense-1", Double.POSITIVE_INFINITY)), other.explosion());
    assertEquals(Double.POSITIVE_INFINITY, other.largest());
  }

  @Test
  void whatTheTrainerSaysOfANonFiniteGradientCounts() {
    steps(new double[] {1, 2});
    watch.nonFinite(2, "dense-1", Double.NEGATIVE_INFINITY);
    assertEquals(
        Optional.of(new Explosion(2, "dense-1", Double.POSITIVE_INFINITY)), watch.explosion());
    assertEquals(Double.POSITIVE_INFINITY, watch.largest());
    watch.add(2, new double[] {1, Double.NaN});
    assertEquals(
        Optional.of(new Explosion(2, "dense-1", Double.POSITIVE_INFINITY)), watch.explosion());
  }

  @Test
  void curvesAreThoseOfTheLayers() {
    steps(new double[] {1, 2}, new double[] {3, 4});
    assertEquals("dense-2", watch.curves().get(1).layer());
    assertEquals(
        List.of(new Curve.Point(1, 2), new Curve.Point(2, 4)),
        watch.curves().get(1).norms().points());
  }
}
