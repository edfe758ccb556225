package org.glissade.nn.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LayerWatchTest {
  private final LayerWatch watch = new LayerWatch(List.of("a", "b", "c"));

  private void same(long from, long to, double... norms) {
    for (long step = from; step <= to; step++) {
      watch.add(step, norms);
    }
  }

  @Test
  void healthyGradientsAreNotMentioned() {
    same(1, 30, 1, 2, 3);
    same(31, 60, 999, 1e-5 * 999, 3);
    assertEquals(Optional.empty(), watch.exploded());
    assertEquals(Optional.empty(), watch.vanished());
  }

  @Test
  void theFirstThatExplodesInBackwardOrderIsTold() {
    same(1, 4, 0, 2, 3);
    watch.add(5, new double[] {2001, 2001, 3000});
    assertEquals(Optional.of(new LayerFinding(5, "b", 2001, 2001 / 2.0)), watch.exploded());
    watch.add(6, new double[] {Double.NaN, 1, Double.NaN});
    assertEquals(5, watch.exploded().orElseThrow().step());
  }

  @Test
  void whatIsNotFiniteHasExploded() {
    watch.add(1, new double[] {1, 1, Double.POSITIVE_INFINITY});
    assertEquals("c", watch.exploded().orElseThrow().layer());
    LayerWatch other = new LayerWatch(List.of("a"));
    other.nonFinite(7, "a", Double.NEGATIVE_INFINITY);
    assertEquals(
        Optional.of(new LayerFinding(7, "a", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)),
        other.exploded());
  }

  @Test
  void aThousandTimesIsNoExplosionAndTheFirstValueIsTheFirstAboveZero() {
    watch.add(1, new double[] {0, 1, 2});
    watch.add(2, new double[] {4, 1000, 2000});
    watch.add(3, new double[] {4000, 1, 1});
    assertEquals(Optional.empty(), watch.exploded());
    watch.add(4, new double[] {4004, 1, 1});
    assertEquals(Optional.of(new LayerFinding(4, "a", 4004, 1001)), watch.exploded());
    assertEquals(4004, watch.largest());
  }

  @Test
  void whatIsNotFiniteIsTheLargestAndStays() {
    watch.add(1, new double[] {1, 7, 2});
    assertEquals(7, watch.largest());
    watch.add(2, new double[] {1, 1, Double.POSITIVE_INFINITY});
    watch.add(3, new double[] {9, 9, 9});
    assertEquals(Double.POSITIVE_INFINITY, watch.largest());
    watch.add(4, new double[] {Double.NaN, 9, 9});
    watch.add(5, new double[] {9, 9, 9});
    assertEquals(Double.NaN, watch.largest());
    LayerWatch other = new LayerWatch(List.of("a"));
    other.nonFinite(2, "a", Double.NEGATIVE_INFINITY);
    assertEquals(Double.POSITIVE_INFINITY, other.largest());
  }

  @Test
  void aNormThatStaysSmallHasVanished() {
    same(1, 5, 1, 2, 3);
    same(6, 14, 1, 2e-6, 3);
    assertEquals(Optional.empty(), watch.vanished(), "nine steps are not enough");
    watch.add(15, new double[] {1, 2e-6, 3});
    assertEquals(Optional.of(new LayerFinding(6, "b", 2e-6, 2e-6 / 3)), watch.vanished());
  }

  @Test
  void aLayerThatIsSmallBesideTheOthersFromTheBeginningHasVanished() {
    same(1, 10, 1e-9, 1e-3, 1);
    assertEquals(Optional.of(new LayerFinding(1, "a", 1e-9, 1e-9)), watch.vanished());
  }

  @Test
  void aStepThatIsNotSmallBreaksTheRow() {
    same(1, 9, 0, 1, 1);
    watch.add(10, new double[] {1, 1, 1});
    same(11, 19, 0, 1, 1);
    assertEquals(Optional.empty(), watch.vanished());
    watch.add(20, new double[] {0, 1, 1});
    assertEquals(Optional.of(new LayerFinding(11, "a", 0, 0)), watch.vanished());
  }
}
