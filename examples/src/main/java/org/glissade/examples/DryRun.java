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
import org.glissade.tensor.Extent;
import org.glissade.transform.Chain;

/** Some steps from the first weights on, without evaluation. */
final class DryRun implements TrainingListener {
  private static final int LAST = 4;

  private final int steps;
  private final ActedCount acted = new ActedCount();
  private final List<Double> losses = new ArrayList<>();
  private final Map<Extent, List<Double>> norms = new EnumMap<>(Extent.class);
  private Runnable stop = () -> {};
  private boolean probed;
  private boolean finite = true;

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
      trainer.fit(runner.data().train());
    } catch (NonFiniteGradientException diverged) {
      dry.finite = false;
    }
    return dry;
  }

  @Override
  public void started(RunStarted event) {
    acted.listenTo(event.run().reports());
    probed = event.run().reports().contains(NormProbe.report(Extent.GLOBAL));
  }

  @Override
  public void stepped(StepEvent event) {
    losses.add(event.loss());
    acted.add(event.run());
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

  /** Mean over the last quarter of the steps; infinite where the run was not finite. */
  double loss() {
    List<Double> last = losses.subList(losses.size() - losses.size() / LAST, losses.size());
    double mean = last.stream().mapToDouble(x -> x).average().orElse(Double.NaN);
    return finite && Double.isFinite(mean) ? mean : Double.POSITIVE_INFINITY;
  }

  /** In which share of the steps the chain changed the gradient. */
  double acted() {
    return acted.share();
  }

  /** How many steps were made. */
  int steps() {
    return losses.size();
  }

  /** Whether all gradients were finite. */
  boolean finite() {
    return finite;
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
