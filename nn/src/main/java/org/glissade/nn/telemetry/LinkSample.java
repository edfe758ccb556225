package org.glissade.nn.telemetry;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.glissade.nn.LinkNorms;
import org.glissade.nn.TrainingRun;
import org.jspecify.annotations.Nullable;

/**
 * What one link did in the last step, read into arrays that are used again: norms by their groups,
 * and the groups' names, where the units of a parameter bear its name.
 */
final class LinkSample {
  private static final String ACTED = "acted";

  private final LinkNorms link;
  private final List<String> names = new ArrayList<>();
  private final int[] nameOf;
  private final double[] before;
  private final double[] after;
  private final @Nullable String report;
  private double[] acted = new double[0];
  private boolean applied;

  LinkSample(LinkNorms link, Set<String> reports) {
    this.link = link;
    List<String> groups = link.groupsBefore().isEmpty() ? link.groupsAfter() : link.groupsBefore();
    this.nameOf = new int[groups.size()];
    for (int i = 0; i < nameOf.length; i++) {
      String name = groups.get(i).replaceFirst("#[0-9]+$", "");
      if (!names.contains(name)) {
        names.add(name);
      }
      nameOf[i] = names.indexOf(name);
    }
    this.before = new double[link.groupsBefore().size()];
    this.after = new double[link.hasCoefficients() || before.length == 0 ? nameOf.length : 0];
    String name = link.link() + "/" + ACTED;
    this.report = reports.contains(name) ? name : null;
  }

  void read(TrainingRun run) {
    applied = link.applied();
    if (before.length > 0) {
      link.before(before);
    }
    if (after.length > 0) {
      link.after(after);
    }
    if (report != null && acted.length == 0) {
      acted = run.report(report);
    } else if (report != null) {
      run.report(report, acted);
    }
  }

  String link() {
    return link.link();
  }

  boolean applied() {
    return applied;
  }

  /** The names of groups; {@link #name} of a group is one of them. */
  List<String> names() {
    return names;
  }

  int groups() {
    return nameOf.length;
  }

  int name(int group) {
    return nameOf[group];
  }

  boolean hasBefore() {
    return before.length > 0;
  }

  boolean hasAfter() {
    return after.length > 0;
  }

  double before(int group) {
    return hasBefore() ? before[group] : Double.NaN;
  }

  double after(int group) {
    return hasAfter() ? after[group] : Double.NaN;
  }

  /** After by before; NaN where one of them is unknown or that before is 0. */
  double coefficient(int group) {
    return before(group) > 0 ? after(group) / before(group) : Double.NaN;
  }

  /** Whether it is known if the link fired. */
  boolean isKnown() {
    return report != null || link.hasCoefficients();
  }

  boolean fired(int group) {
    if (report != null) {
      return acted[acted.length == nameOf.length ? group : 0] > 0;
    }
    return isKnown() && before[group] != after[group];
  }

  boolean fired() {
    if (report != null) {
      return isAny(acted);
    }
    for (int group = 0; group < nameOf.length; group++) {
      if (fired(group)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the link says for itself in which steps it acted. */
  boolean reports() {
    return report != null;
  }

  private static boolean isAny(double[] shares) {
    for (double share : shares) {
      if (share > 0) {
        return true;
      }
    }
    return false;
  }
}
