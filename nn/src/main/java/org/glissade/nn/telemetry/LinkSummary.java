package org.glissade.nn.telemetry;

import java.util.List;
import java.util.Locale;

/**
 * What a link of the chain did over the steps of a run.
 *
 * @param link the path of its name
 * @param applied steps in which it was applied
 * @param fired steps in which it fired: changed the norm of a group, or says that it acted
 * @param known whether that is known
 * @param groups what it did to each group
 */
public record LinkSummary(
    String link, long applied, long fired, boolean known, List<GroupSummary> groups) {
  /** From this share of the steps on, what limits the step is said to set its size. */
  public static final double STEP_SIZE_FROM = 0.9;

  /** Below this share of the steps, what limits the step is said to be a safety net. */
  public static final double SAFETY_NET_BELOW = 0.1;

  private static final double EVEN = 1e-6;

  /** Copies the list. */
  public LinkSummary {
    groups = List.copyOf(groups);
  }

  /** In which share of the steps in which it was applied it fired; NaN where that is unknown. */
  public double firedShare() {
    return known && applied > 0 ? (double) fired / applied : Double.NaN;
  }

  /** One plain sentence, such as {@code fires in 97 % of steps: it sets your step size}. */
  public String sentence() {
    if (applied == 0) {
      return "was never applied";
    }
    if (!known) {
      return "changes more than a norm can tell";
    }
    if (fired == 0) {
      return "never fires";
    }
    if (isConstant()) {
      return String.format(Locale.ROOT, "multiplies by %.4g in every step", coefficient());
    }
    String share = "fires in " + percent() + " % of steps";
    if (firedShare() >= STEP_SIZE_FROM) {
      return share + ": it sets your step size";
    }
    return firedShare() < SAFETY_NET_BELOW ? share + ": a safety net" : share;
  }

  /** Rounded, but never to none or all where it is not. */
  private String percent() {
    double percent = 100 * firedShare();
    if (percent < 1) {
      return "less than 1";
    }
    return String.valueOf(fired < applied ? Math.min(99, Math.round(percent)) : 100);
  }

  private double coefficient() {
    return groups.stream().mapToDouble(group -> group.coefficient().largest()).max().orElse(1);
  }

  /** Whether every group was multiplied by the same number in every step. */
  private boolean isConstant() {
    return fired == applied
        && groups.stream().anyMatch(group -> group.coefficient().count() > 0)
        && groups.stream().allMatch(group -> isEven(group.coefficient()));
  }

  private boolean isEven(NormSummary coefficients) {
    return coefficients.count() == 0
        || coefficients.smallest() >= (1 - EVEN) * coefficient()
            && coefficients.largest() >= (1 - EVEN) * coefficient();
  }
}
