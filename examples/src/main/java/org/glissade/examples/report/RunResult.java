package org.glissade.examples.report;

import java.util.List;
import java.util.Optional;
import org.glissade.nn.telemetry.LayerFinding;
import org.glissade.nn.telemetry.LinkSummary;

/**
 * What one training run did.
 *
 * @param group title under which runs are compared
 * @param name short name of the run, unique in its group; {@code none} for plain descent
 * @param transform the chain in its text form
 * @param settings what else the run was given
 * @param epochs the finished epochs in order; empty where the run ended within its first
 * @param loss loss of a batch by step, sampled
 * @param gradientNorms for each layer, from input to output, its gradient's norm by step before any
 *     transform acts
 * @param largestGradientNorm largest norm of a layer's gradient in any step, sampled or not;
 *     infinite or NaN where a gradient was not finite
 * @param actedShare share in 0..1 of the steps in which the transform changed the gradient; NaN
 *     where the chain has no transform that could
 * @param explosion the layer whose gradient exploded first, if one did: its norm passed 1,000 times
 *     its first value, or was not finite
 * @param death the layer that was dead at the end, if there was one
 * @param stopped why the run ended before its last epoch, as a clause; empty where it ran to its
 *     end
 * @param seconds wall-clock time of the run, its evaluations included
 * @param links what each link of the chain that has a name did, in the order of the chain
 * @param vanished the layer whose gradient vanished first, if one did
 */
public record RunResult(
    String group,
    String name,
    String transform,
    RunSettings settings,
    List<EpochPoint> epochs,
    Curve loss,
    List<LayerCurve> gradientNorms,
    double largestGradientNorm,
    double actedShare,
    Optional<LayerFinding> explosion,
    Optional<Death> death,
    Optional<String> stopped,
    double seconds,
    List<LinkSummary> links,
    Optional<LayerFinding> vanished) {
  public RunResult {
    epochs = List.copyOf(epochs);
    gradientNorms = List.copyOf(gradientNorms);
    links = List.copyOf(links);
    Checks.share("actedShare", actedShare);
  }

  /** The last finished epoch. */
  public Optional<EpochPoint> lastEpoch() {
    return epochs.isEmpty() ? Optional.empty() : Optional.of(epochs.get(epochs.size() - 1));
  }

  /** Test accuracy in 0..1 after the last finished epoch, NaN where there is none. */
  public double finalAccuracy() {
    return lastEpoch().map(EpochPoint::testAccuracy).orElse(Double.NaN);
  }

  /** Mean training loss of the last finished epoch, NaN where there is none. */
  public double finalLoss() {
    return lastEpoch().map(EpochPoint::trainLoss).orElse(Double.NaN);
  }

  /**
   * Whether the chain has a transform that could act, that is, whether this is not plain descent.
   */
  public boolean transformed() {
    return !Double.isNaN(actedShare);
  }
}
