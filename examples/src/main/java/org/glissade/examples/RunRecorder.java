package org.glissade.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.glissade.examples.report.CurveRecorder;
import org.glissade.examples.report.Death;
import org.glissade.examples.report.EpochPoint;
import org.glissade.examples.report.LayerCurve;
import org.glissade.examples.report.RunResult;
import org.glissade.examples.report.RunSettings;
import org.glissade.nn.EpochEvent;
import org.glissade.nn.Evaluation;
import org.glissade.nn.NonFiniteEvent;
import org.glissade.nn.RunStarted;
import org.glissade.nn.StepEvent;
import org.glissade.nn.TrainingListener;
import org.glissade.nn.telemetry.Telemetry;

/** Listens to a run and keeps what the report needs of it. */
final class RunRecorder implements TrainingListener {
  private static final double DEAD = 0.95;
  private static final int POINTS = 600;
  private static final double NANOS = 1e9;

  private final long begin = System.nanoTime();
  private final List<EpochPoint> epochs = new ArrayList<>();
  private final CurveRecorder loss = new CurveRecorder(POINTS);
  private final List<CurveRecorder> gradients = new ArrayList<>();
  private final Telemetry telemetry = new Telemetry();
  private List<String> layers = List.of();
  private double[] norms = new double[0];
  private Optional<Death> death = Optional.empty();

  /** None. */
  @Override
  public long due(long step) {
    return Long.MAX_VALUE;
  }

  @Override
  public void started(RunStarted event) {
    layers = event.run().layers();
    norms = new double[layers.size()];
    layers.forEach(layer -> gradients.add(new CurveRecorder(POINTS)));
    telemetry.started(event);
  }

  @Override
  public void stepped(StepEvent event) {
    loss.add(event.step(), event.loss());
    event.run().norms(norms);
    for (int i = 0; i < norms.length; i++) {
      gradients.get(i).add(event.step(), norms[i]);
    }
    telemetry.stepped(event);
  }

  @Override
  public void nonFinite(NonFiniteEvent event) {
    telemetry.nonFinite(event);
  }

  @Override
  public void epochEnded(EpochEvent event) {
    double accuracy = event.validation().map(Evaluation::accuracy).orElse(Double.NaN);
    epochs.add(new EpochPoint(event.epoch(), event.loss(), accuracy, event.seconds()));
    event.validation().ifPresent(this::look);
  }

  /** Whether a layer is dead now: the first one from the input, since those behind it follow. */
  void look(Evaluation evaluation) {
    death =
        evaluation.zeroShares().entrySet().stream()
            .filter(layer -> layer.getValue() > DEAD)
            .findFirst()
            .map(layer -> new Death(layer.getKey(), layer.getValue()));
  }

  private List<LayerCurve> curves() {
    List<LayerCurve> curves = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      curves.add(new LayerCurve(layers.get(i), gradients.get(i).toCurve()));
    }
    return curves;
  }

  /** What the run did, from its beginning until now. */
  RunResult result(Trial trial, RunSettings settings, Optional<String> stopped) {
    return new RunResult(
        trial.group(),
        trial.name(),
        trial.transform(),
        settings,
        epochs,
        loss.toCurve(),
        curves(),
        telemetry.largestNorm(),
        telemetry.actedShare(),
        telemetry.exploded(),
        death,
        stopped,
        (System.nanoTime() - begin) / NANOS,
        telemetry.links(),
        telemetry.vanished());
  }
}
