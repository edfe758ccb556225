package org.glissade.nn.telemetry;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the layer whose gradient exploded or vanished first. A gradient has exploded where its norm
 * passes {@value #EXPLODED} times its first value above 0, or is not finite. It has vanished where,
 * for {@value #STEPS} steps in a row, its norm is at most {@value #VANISHED} times its first value,
 * or that times the largest of all layers in the same step; the first of these steps is told. It
 * allocates nothing per step.
 */
public final class LayerWatch {
  /** By what a norm must grow to have exploded. */
  public static final double EXPLODED = 1000;

  /** To what share a norm must fall to have vanished. */
  public static final double VANISHED = 1e-6;

  /** For how many steps it must stay there. */
  public static final int STEPS = 10;

  private final List<String> layers;
  private final double[] first;
  private final int[] small;
  private final double[] beganNorm;
  private final double[] beganRatio;
  private double most;
  private @Nullable LayerFinding exploded;
  private @Nullable LayerFinding vanished;

  /**
   * Watches some layers.
   *
   * @param layers from input to output
   */
  public LayerWatch(List<String> layers) {
    this.layers = List.copyOf(layers);
    this.first = new double[layers.size()];
    this.small = new int[layers.size()];
    this.beganNorm = new double[layers.size()];
    this.beganRatio = new double[layers.size()];
  }

  /** Takes the norms of a step, one for each layer. */
  public void add(long step, double[] norms) {
    double largest = 0;
    for (double norm : norms) {
      largest = Math.max(largest, norm);
    }
    for (int i = layers.size() - 1; i >= 0; i--) {
      most = Double.isNaN(most) || most > norms[i] ? most : norms[i];
      first[i] = first[i] == 0 ? norms[i] : first[i];
      explode(step, i, norms[i]);
      vanish(step, i, norms[i], largest);
    }
  }

  private void explode(long step, int i, double norm) {
    if (exploded == null && !(norm < Double.POSITIVE_INFINITY && norm <= EXPLODED * first[i])) {
      exploded = new LayerFinding(step, layers.get(i), norm, norm / first[i]);
    }
  }

  private void vanish(long step, int i, double norm, double largest) {
    double reference = Double.isFinite(largest) ? Math.max(first[i], largest) : first[i];
    if (!(norm <= VANISHED * reference)) {
      small[i] = 0;
      return;
    }
    if (small[i]++ == 0) {
      beganNorm[i] = norm;
      beganRatio[i] = reference == 0 ? 0 : norm / reference;
    }
    if (vanished == null && small[i] == STEPS) {
      vanished = new LayerFinding(step - STEPS + 1, layers.get(i), beganNorm[i], beganRatio[i]);
    }
  }

  /** Takes an element of a gradient that is infinite or NaN, where no norm tells. */
  public void nonFinite(long step, String layer, double element) {
    most = Math.abs(element);
    if (exploded == null) {
      exploded = new LayerFinding(step, layer, element, Math.abs(element));
    }
  }

  /** The largest norm of a layer in any step; not finite where a gradient was not. */
  public double largest() {
    return most;
  }

  /** The first that exploded, if one did. */
  public Optional<LayerFinding> exploded() {
    return Optional.ofNullable(exploded);
  }

  /** The first that vanished, if one did. */
  public Optional<LayerFinding> vanished() {
    return Optional.ofNullable(vanished);
  }
}
