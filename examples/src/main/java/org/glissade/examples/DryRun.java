package org.glissade.examples;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.glissade.nn.NonFiniteGradientException;
import org.glissade.nn.RunStarted;
import org.glissade.nn.StepEvent;
import org.glissade.nn.Trainer;
import org.glissade.nn.TrainingListener;
import org.glissade.nn.telemetry.Telemetry;
import org.glissade.tensor.Extent;

/** Some steps from the first weights on, and how many examples the model then tells right. */
final class DryRun implements TrainingListener {
  private final int steps;
  private final Telemetry telemetry = new Telemetry();
  private final Map<Extent, List<Double>> norms = new EnumMap<>(Extent.class);
  private Runnable stop = () -> {};
  private boolean probed;
  private int made;
  private double accuracy = Double.NaN;

  private DryRun(int steps) {
    this.steps = steps;
    NormProbe.EXTENTS.forEach(extent -> norms.put(extent, new ArrayList<>()));
  }

  /** A run long enough for so many steps, under the name of a single run with the chain. */
  static Trial trial(Trial of, String chain, HeldOut data, int steps) {
    int batch = Math.min(of.batch(), data.train().size());
    int epoch = (data.train().size() + batch - 1) / batch;
    return new Trial(
        of.group(),
        DefaultJob.single(chain).name(),
        chain,
        of.layers(),
        of.init(),
        of.scale(),
        batch,
        (steps + epoch - 1) / epoch);
  }

  /** Makes so many steps, or as many as are finite; the examples held out judge. */
  static DryRun of(
      Runner runner, Prepared run, HeldOut data, int steps, TrainingListener progress) {
    DryRun dry = new DryRun(steps);
    try (Trainer trainer =
        Trainer.of(run.model(), run.chain())
            .backend(runner.backend())
            .threads(runner.threads())
            .seed(runner.seed())
            .batch(run.trial().batch())
            .epochs(run.trial().epochs())
            .listener(dry)
            .listener(progress)
            .build()) {
      dry.stop = trainer::stop;
      runner.interrupt().onRequest(trainer::stop);
      dry.fit(trainer, data);
    }
    return dry;
  }

  private void fit(Trainer trainer, HeldOut data) {
    try {
      trainer.fit(data.train());
      accuracy = trainer.evaluate(data.judged()).accuracy();
    } catch (NonFiniteGradientException diverged) {
      accuracy = Double.NaN;
    }
  }

  @Override
  public void started(RunStarted event) {
    telemetry.started(event);
    probed = event.run().reports().contains(NormProbe.report(Extent.GLOBAL));
  }

  @Override
  public void stepped(StepEvent event) {
    made++;
    telemetry.stepped(event);
    if (probed) {
      norms.forEach(
          (extent, all) ->
              all.add(
                  Arrays.stream(event.run().report(NormProbe.report(extent)))
                      .max()
                      .orElse(Double.NaN)));
    }
    if (event.step() >= steps) {
      stop.run();
    }
  }

  /** The share of the examples held out; NaN if a gradient was not finite. */
  double accuracy() {
    return accuracy;
  }

  /** In which share of the steps the chain changed the gradient. */
  double acted() {
    return telemetry.actedShare();
  }

  /** How many steps were made. */
  int steps() {
    return made;
  }

  /** The norm of the longest group of each step, sorted; of a chain with a probe. */
  double[] norms(Extent extent) {
    return norms.getOrDefault(extent, List.of()).stream()
        .mapToDouble(x -> x)
        .filter(Double::isFinite)
        .sorted()
        .toArray();
  }
}
