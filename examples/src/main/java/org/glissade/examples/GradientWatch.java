package org.glissade.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.glissade.examples.report.CurveRecorder;
import org.glissade.examples.report.Explosion;
import org.glissade.examples.report.LayerCurve;

/**
 * Watches the norms of the gradients of all layers: their curves, the largest, and the first that
 * exploded, which is to pass 1,000 times its first value above 0, or not to be finite.
 */
final class GradientWatch {
  private static final double EXPLODED = 1000;
  private static final int POINTS = 600;

  private final List<String> layers;
  private final List<CurveRecorder> curves = new ArrayList<>();
  private final double[] first;
  private double largest;
  private Optional<Explosion> explosion = Optional.empty();

  /**
   * @param layers from input to output
   */
  GradientWatch(List<String> layers) {
    this.layers = List.copyOf(layers);
    this.first = new double[layers.size()];
    layers.forEach(layer -> curves.add(new CurveRecorder(POINTS)));
  }

  /** Takes the norms of a step, one for each layer. */
  void add(long step, double[] norms) {
    for (int i = layers.size() - 1; i >= 0; i--) {
      double norm = norms[i];
      curves.get(i).add(step, norm);
      largest = Double.isNaN(largest) || largest > norm ? largest : norm;
      if (first[i] == 0) {
        first[i] = norm;
      }
      if (explosion.isEmpty() && !(norm <= EXPLODED * first[i])) {
        explosion = Optional.of(new Explosion(step, layers.get(i), norm / first[i]));
      }
    }
  }

  /** Takes an element of a gradient that is infinite or NaN. */
  void nonFinite(long step, String layer, double element) {
    largest = Math.abs(element);
    if (explosion.isEmpty()) {
      explosion = Optional.of(new Explosion(step, layer, largest));
    }
  }

  List<LayerCurve> curves() {
    List<LayerCurve> named = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      named.add(new LayerCurve(layers.get(i), curves.get(i).toCurve()));
    }
    return named;
  }

  double largest() {
    return largest;
  }

  Optional<Explosion> explosion() {
    return explosion;
  }
}
