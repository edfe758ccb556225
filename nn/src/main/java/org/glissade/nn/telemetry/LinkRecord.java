package org.glissade.nn.telemetry;

import java.util.ArrayList;
import java.util.List;

/** Counts what one link does, step by step, in memory that does not grow with the steps. */
final class LinkRecord {
  private final LinkSample sample;
  private final List<NormHistogram> before = new ArrayList<>();
  private final List<NormHistogram> after = new ArrayList<>();
  private final List<NormHistogram> coefficients = new ArrayList<>();
  private final long[] counted;
  private final long[] firedOf;
  private long applied;
  private long fired;

  LinkRecord(LinkSample sample) {
    this.sample = sample;
    for (int i = 0; i < sample.names().size(); i++) {
      before.add(new NormHistogram());
      after.add(new NormHistogram());
      coefficients.add(new NormHistogram());
    }
    this.counted = new long[before.size()];
    this.firedOf = new long[before.size()];
  }

  LinkSample sample() {
    return sample;
  }

  /** Counts the step that the sample has read. */
  void add() {
    if (!sample.applied()) {
      return;
    }
    applied++;
    fired += sample.fired() ? 1 : 0;
    for (int group = 0; group < sample.groups(); group++) {
      int name = sample.name(group);
      counted[name]++;
      firedOf[name] += sample.fired(group) ? 1 : 0;
      if (sample.hasBefore()) {
        before.get(name).add(sample.before(group));
      }
      if (sample.hasAfter()) {
        after.get(name).add(sample.after(group));
      }
      double coefficient = sample.coefficient(group);
      if (Double.isFinite(coefficient)) {
        coefficients.get(name).add(coefficient);
      }
    }
  }

  LinkSummary summary() {
    List<GroupSummary> groups = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      double share =
          sample.isKnown() && counted[i] > 0 ? (double) firedOf[i] / counted[i] : Double.NaN;
      groups.add(
          new GroupSummary(
              sample.names().get(i),
              before.get(i).summary(),
              after.get(i).summary(),
              coefficients.get(i).summary(),
              share));
    }
    return new LinkSummary(sample.link(), applied, fired, sample.isKnown(), groups);
  }
}
