package org.glissade.examples.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.glissade.nn.telemetry.GroupSummary;
import org.glissade.nn.telemetry.LayerFinding;
import org.glissade.nn.telemetry.LinkSummary;
import org.glissade.nn.telemetry.NormSummary;

/** Results as the main job might have them, made up but of the right shape and size. */
final class SampleResults {
  static final String ARTICLE = "The article's experiment";
  static final String PAIR = "A stability pair";
  static final String GOOD = "A good run";
  private static final List<String> LAYERS = List.of("dense-1", "dense-2", "dense-3");
  private static final long SEED = 5;

  private SampleResults() {}

  static Environment environment() {
    return new Environment(
        "0.1.0",
        "17.0.15 (Debian)",
        "Linux 6.1 amd64, 2 processors",
        "cpu: Vector API, 16 floats; passed over reference (slower)",
        "MNIST",
        10,
        42,
        Instant.parse("2026-11-23T05:29:00Z"),
        71.3);
  }

  static RunSettings articleSettings() {
    return new RunSettings("normal(1) weights", "pixels 0..255", 128, 2, List.of(784, 128, 64, 10));
  }

  private static RunSettings he(int epochs) {
    return new RunSettings("he weights", "pixels/255", 128, epochs, List.of(784, 128, 64, 10));
  }

  /**
   * A run of the article's experiment without curves, that ended with one epoch of this accuracy.
   */
  static RunResult plain(String group, String name, double acted, double... accuracies) {
    List<EpochPoint> epochs = new ArrayList<>();
    for (double accuracy : accuracies) {
      epochs.add(new EpochPoint(epochs.size() + 1, 0.25, accuracy, 4));
    }
    String transform = Double.isNaN(acted) ? "sgd(0.01)" : name + "(1.0) | sgd(0.01)";
    return new RunResult(
        group,
        name,
        transform,
        articleSettings(),
        epochs,
        new Curve(List.of()),
        List.of(),
        12.5,
        acted,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        4 * accuracies.length,
        List.of(),
        Optional.empty());
  }

  /** A clip over steps of which one was not finite, and what scales by the learning rate. */
  static List<LinkSummary> links() {
    NormSummary before = new NormSummary(937, 1, 0.5, 2.5, 7, 12, 12.5);
    NormSummary after = new NormSummary(937, 0, 0.5, 1, 1, 1, 1);
    NormSummary factor = new NormSummary(937, 0, 0.08, 0.4, 0.9, 1, 1);
    NormSummary none =
        new NormSummary(0, 0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    return List.of(
        new LinkSummary(
            "clip-by-norm",
            938,
            910,
            true,
            List.of(new GroupSummary("dense-1/weight", before, after, factor, 0.97))),
        new LinkSummary(
            "adam",
            938,
            0,
            false,
            List.of(new GroupSummary("global", after, none, none, Double.NaN))));
  }

  static LayerFinding explosion(long step, String layer, double growth) {
    return new LayerFinding(step, layer, growth, growth);
  }

  static RunResult exploded(RunResult run, LayerFinding explosion) {
    return with(run, Optional.of(explosion), run.death(), run.stopped());
  }

  static RunResult died(RunResult run, Death death) {
    return with(run, run.explosion(), Optional.of(death), run.stopped());
  }

  static RunResult stopped(RunResult run, String reason) {
    return with(run, run.explosion(), run.death(), Optional.of(reason));
  }

  private static RunResult with(
      RunResult run,
      Optional<LayerFinding> explosion,
      Optional<Death> death,
      Optional<String> stopped) {
    return new RunResult(
        run.group(),
        run.name(),
        run.transform(),
        run.settings(),
        run.epochs(),
        run.loss(),
        run.gradientNorms(),
        run.largestGradientNorm(),
        run.actedShare(),
        explosion,
        death,
        stopped,
        run.seconds(),
        run.links(),
        run.vanished());
  }

  /** Seven runs: one explodes to infinity, one explodes and dies, the others learn. */
  static Results usual() {
    return new Results(
        environment(),
        List.of(
            articleNone(),
            learning(
                ARTICLE, "clip-by-norm", "clip-by-norm(1.0, extent=parameter) | sgd(0.01)", 900),
            learning(ARTICLE, "clip-by-value", "clip-by-value(0.01) | sgd(0.01)", 700),
            learning(ARTICLE, "renormalize", "renormalize(0.5, extent=parameter) | sgd(0.01)", 800),
            pairNone(),
            pairClipped(),
            goodRun()));
  }

  private static RunResult articleNone() {
    IntToDoubleFunction growth = step -> step < 4 ? Math.pow(30, step) : step < 7 ? Double.NaN : 0;
    return new RunResult(
        ARTICLE,
        "none",
        "sgd(0.01)",
        articleSettings(),
        List.of(
            new EpochPoint(1, Double.NaN, 0.098, 3.9), new EpochPoint(2, Double.NaN, 0.098, 3.8)),
        curve(938, 0, step -> step < 4 ? 9e4 * Math.pow(20, step) : Double.NaN),
        norms(938, 0.05, growth, 3e5, 8e5, 1.2e6),
        Double.POSITIVE_INFINITY,
        Double.NaN,
        Optional.of(explosion(3, "dense-1", 27_000)),
        Optional.of(new Death("dense-2", 1)),
        Optional.empty(),
        8.3,
        List.of(),
        Optional.empty());
  }

  private static RunResult learning(String group, String name, String transform, double scale) {
    return new RunResult(
        group,
        name,
        transform,
        articleSettings(),
        List.of(
            new EpochPoint(1, 4_210, 0.861 - scale / 1e4, 4.1),
            new EpochPoint(2, 1_032, 0.93 - scale / 1e4, 4.0)),
        curve(938, 0.3, step -> 9e4 * Math.exp(-step / (scale / 3)) + scale),
        norms(938, 0.3, step -> Math.exp(-step / (scale / 2)) + scale / 40_000, 3e5, 8e5, 1.2e6),
        1.31e6,
        name.equals("clip-by-value") ? 0.972 : 1,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        8.9,
        List.of(),
        Optional.empty());
  }

  private static RunResult pairNone() {
    return new RunResult(
        PAIR,
        "none",
        "sgd(2.0)",
        he(2),
        List.of(new EpochPoint(1, 2.51, 0.1135, 3.8), new EpochPoint(2, 2.31, 0.1028, 3.7)),
        curve(938, 0.04, step -> step < 6 ? 2.5 * Math.pow(3, step) : 2.31),
        norms(938, 0.3, step -> step < 6 ? Math.pow(4, step) : 0, 1.4, 1.1, 1.9),
        2_010,
        Double.NaN,
        Optional.of(explosion(5, "dense-3", 1_024)),
        Optional.of(new Death("dense-2", 0.998)),
        Optional.empty(),
        7.9,
        List.of(),
        Optional.empty());
  }

  private static RunResult pairClipped() {
    return new RunResult(
        PAIR,
        "clip-by-norm",
        "clip-by-norm(0.1, extent=parameter) | sgd(2.0)",
        he(2),
        List.of(new EpochPoint(1, 0.31, 0.9412, 4), new EpochPoint(2, 0.155, 0.9561, 4)),
        curve(938, 0.35, step -> 2.2 * Math.exp(-step / 60.0) + 0.15),
        norms(938, 0.4, step -> Math.exp(-step / 100.0) + 0.3, 1.4, 1.1, 1.9),
        6.2,
        0.97,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        8.4,
        List.of(),
        Optional.empty());
  }

  private static RunResult goodRun() {
    List<EpochPoint> epochs = new ArrayList<>();
    for (int epoch = 1; epoch <= 10; epoch++) {
      epochs.add(new EpochPoint(epoch, 0.6 / epoch, 0.979 - 0.07 * Math.pow(epoch, -1.3), 3.9));
    }
    return new RunResult(
        GOOD,
        "clip-by-norm",
        "clip-by-norm(1.0, extent=parameter) | sgd(0.1)",
        he(10),
        epochs,
        curve(4690, 0.45, step -> 2.2 * Math.exp(-step / 80.0) + 0.3 / (1 + step / 600.0)),
        norms(4690, 0.4, step -> 1 / (1 + step / 1500.0), 0.9, 0.7, 0.8),
        3.4,
        0.031,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        40.2,
        List.of(),
        Optional.empty());
  }

  private static List<LayerCurve> norms(
      int steps, double noise, IntToDoubleFunction shape, double... scales) {
    List<LayerCurve> curves = new ArrayList<>();
    for (String layer : LAYERS) {
      double scale = scales[curves.size()];
      curves.add(
          new LayerCurve(layer, curve(steps, noise, step -> scale * shape.applyAsDouble(step))));
    }
    return curves;
  }

  private static Curve curve(int steps, double noise, IntToDoubleFunction shape) {
    Random random = new Random(SEED + steps + Math.round(1e3 * shape.applyAsDouble(100)));
    CurveRecorder recorder = new CurveRecorder(512);
    for (int step = 0; step < steps; step++) {
      recorder.add(step, shape.applyAsDouble(step) * Math.exp(noise * random.nextGaussian()));
    }
    return recorder.toCurve();
  }
}
