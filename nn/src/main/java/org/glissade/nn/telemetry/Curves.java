package org.glissade.nn.telemetry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.glissade.nn.LinkNorms;
import org.glissade.nn.StepEvent;
import org.glissade.nn.TrainingRun;

/**
 * What can be drawn over the steps of a run: a name and a number of the last step for the loss, the
 * norm of each layer's gradient where the trainer knows it, and for each link of the chain and each
 * of its groups the norms before and after and the coefficient, as far as they are known. Of units
 * the norms of their parameters are given.
 */
final class Curves {
  private final List<String> names = new ArrayList<>(List.of("loss"));
  private final List<LinkSample> links = new ArrayList<>();
  private final double[] norms;
  private final double[] values;
  private final double[] befores;
  private final double[] afters;

  Curves(TrainingRun run) {
    norms = new double[run.knowsNorms() ? run.layers().size() : 0];
    if (norms.length > 0) {
      run.layers().forEach(layer -> names.add("gradient/" + layer));
    }
    int most = 0;
    for (LinkNorms link : run.links()) {
      LinkSample sample = new LinkSample(link, run.reports());
      links.add(sample);
      most = Math.max(most, sample.names().size());
      name(sample);
    }
    values = new double[names.size()];
    befores = new double[most];
    afters = new double[most];
  }

  private void name(LinkSample sample) {
    for (String group : sample.names()) {
      if (sample.hasBefore()) {
        names.add(sample.link() + "/norm-before/" + group);
      }
      if (sample.hasAfter()) {
        names.add(sample.link() + "/norm-after/" + group);
      }
      if (sample.hasBefore() && sample.hasAfter()) {
        names.add(sample.link() + "/coefficient/" + group);
      }
    }
  }

  /** The names, each of one number. */
  List<String> names() {
    return names;
  }

  /** The numbers of a step, in the order of the names; the array is used again. */
  double[] read(StepEvent event) {
    int next = 0;
    values[next++] = event.loss();
    if (norms.length > 0) {
      event.run().norms(norms);
      System.arraycopy(norms, 0, values, next, norms.length);
      next += norms.length;
    }
    for (LinkSample link : links) {
      link.read(event.run());
      next = read(link, next);
    }
    return values;
  }

  private int read(LinkSample link, int from) {
    Arrays.fill(befores, 0);
    Arrays.fill(afters, 0);
    for (int group = 0; group < link.groups(); group++) {
      befores[link.name(group)] += link.before(group) * link.before(group);
      afters[link.name(group)] += link.after(group) * link.after(group);
    }
    int next = from;
    for (int i = 0; i < link.names().size(); i++) {
      double before = Math.sqrt(befores[i]);
      double after = Math.sqrt(afters[i]);
      if (link.hasBefore()) {
        values[next++] = before;
      }
      if (link.hasAfter()) {
        values[next++] = after;
      }
      if (link.hasBefore() && link.hasAfter()) {
        values[next++] = before > 0 ? after / before : Double.NaN;
      }
    }
    return next;
  }
}
