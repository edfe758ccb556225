package org.glissade.nn.telemetry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.glissade.nn.LinkNorms;
import org.glissade.nn.NonFiniteEvent;
import org.glissade.nn.RunStarted;
import org.glissade.nn.StepEvent;
import org.glissade.nn.TrainingListener;
import org.glissade.nn.TrainingRun;

/**
 * Tells what happened in a run: what each link of the chain did and how often, and which layer
 * exploded or vanished first. The second needs a trainer that was built with {@code norms()}; norms
 * that the chain does not take itself need {@code measured()}. What it keeps does not grow with the
 * steps, and a step allocates nothing.
 *
 * <pre>{@code
 * Telemetry telemetry = new Telemetry();
 * try (Trainer trainer = Trainer.of(model, chain).norms().listener(telemetry).build()) {
 *   trainer.fit(train);
 * }
 * telemetry.links().forEach(link -> System.out.println(link.link() + " " + link.sentence()));
 * }</pre>
 *
 * <p>Several calls of fit of one trainer are one run.
 */
public final class Telemetry implements TrainingListener {
  private List<LinkRecord> links = List.of();
  private LayerWatch watch = new LayerWatch(List.of());
  private double[] norms = new double[0];
  private boolean watching;
  private boolean begun;
  private long steps;
  private long acted;
  private long nonFinite;

  /** None. */
  @Override
  public long due(long step) {
    return Long.MAX_VALUE;
  }

  @Override
  public void started(RunStarted event) {
    if (!begun) {
      begin(event.run());
    }
  }

  private void begin(TrainingRun run) {
    begun = true;
    List<LinkRecord> records = new ArrayList<>();
    for (LinkNorms link : run.links()) {
      records.add(new LinkRecord(new LinkSample(link, run.reports())));
    }
    links = records;
    watching = run.knowsNorms();
    watch = new LayerWatch(run.layers());
    norms = new double[run.layers().size()];
  }

  @Override
  public void stepped(StepEvent event) {
    steps++;
    boolean any = false;
    for (LinkRecord link : links) {
      link.sample().read(event.run());
      link.add();
      any |= link.sample().reports() && link.sample().fired();
    }
    acted += any ? 1 : 0;
    if (watching) {
      event.run().norms(norms);
      watch.add(event.step(), norms);
    }
  }

  @Override
  public void nonFinite(NonFiniteEvent event) {
    nonFinite++;
    watch.nonFinite(event.step(), event.where().layer(), event.where().value());
  }

  /** Steps so far, with those that were skipped. */
  public long steps() {
    return steps;
  }

  /** Steps whose gradients were not all finite, as far as the chain's policy looks. */
  public long nonFiniteSteps() {
    return nonFinite;
  }

  /**
   * In which share of the steps, with those that were skipped, some link acted that says so: one
   * that may let gradients pass unchanged reports {@code acted}, above 0 where it did not. NaN
   * where no link says so, or before the first step.
   */
  public double actedShare() {
    boolean known = links.stream().anyMatch(link -> link.sample().reports());
    return known && steps > 0 ? (double) acted / steps : Double.NaN;
  }

  /** The largest norm of a layer in any step; not finite where a gradient was not. */
  public double largestNorm() {
    return watch.largest();
  }

  /** What each link of the chain that has a name did, in the order of the chain. */
  public List<LinkSummary> links() {
    return links.stream().map(LinkRecord::summary).toList();
  }

  /** The layer that exploded first, if one did. */
  public Optional<LayerFinding> exploded() {
    return watch.exploded();
  }

  /** The layer that vanished first, if one did. */
  public Optional<LayerFinding> vanished() {
    return watch.vanished();
  }
}
