package org.glissade.examples;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.glissade.data.Dataset;
import org.glissade.nn.NonFiniteGradientException;
import org.glissade.nn.RunStarted;
import org.glissade.nn.StepEvent;
import org.glissade.nn.Trainer;
import org.glissade.nn.TrainingListener;
import org.glissade.nn.telemetry.Telemetry;
import org.glissade.tensor.Extent;
import org.glissade.transform.Chain;

/** Some steps from the first weights on, and how many examples the model then tells right. */
final class DryRun implements TrainingListener {
  private static final int JUDGED = 5000;

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

  /** Makes so many steps, or as many as are finite. */
  static DryRun of(Runner runner, Prepared run, Chain chain, int steps) {
    DryRun dry = new DryRun(steps);
    int batch = run.trial().batch();
    try (Trainer trainer =
        Trainer.of(run.model(), chain)
            .backend(runner.backend())
            .threads(runner.threads())
            .seed(runner.seed())
            .batch(batch)
            .epochs(1 + (int) ((long) steps * batch / runner.data().train().size()))
            .listener(dry)
            .build()) {
      dry.stop = trainer::stop;
      runner.interrupt().onRequest(trainer::stop);
      dry.fit(trainer, runner.data().train());
    }
    return dry;
  }

  /** The test set is no judge here: what it chose could not be tested with it. */
  private void fit(Trainer trainer, Dataset data) {
    try {
      trainer.fit(data);
      Dataset judged = data.slice(0, Math.min(JUDGED, data.size()));
      accuracy = trainer.evaluate(judged).accuracy();
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

  /** The share of the first examples of the training data; NaN if a gradient was not finite. */
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
