package org.glissade.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.glissade.tensor.Extent;
import org.glissade.tensor.Tensor;

/**
 * What an infinite or NaN gradient does to a step. It stands around a whole chain. The check is the
 * finiteness of Σg² over all gradients in double, which is finite exactly if every float gradient
 * is; a norm that the chain takes anyway makes it free.
 *
 * @param policy what happens
 * @param limit how many steps may be skipped in a row, or how often may be rolled back, before a
 *     trainer stops; {@link Integer#MAX_VALUE} for any number
 * @param rollback how a trainer rolls back
 */
public record NonFinite(Policy policy, int limit, Rollback rollback) implements Wrapper {
  /** The name in text. */
  public static final String NAME = "non-finite";

  /** The state that is 1 once a chain has stopped; the host sets it back to 0. */
  public static final String STOPPED = NAME + "/stopped";

  /** The report that is 1 in a step whose gradients were not all finite. */
  public static final String SEEN = NAME + "/seen";

  /** The state and report that count the steps that were skipped. */
  public static final String SKIPPED = NAME + "/skipped";

  /** The ways to treat a non-finite gradient. */
  public enum Policy {
    /** Nothing is checked: NaN goes wherever arithmetic takes it. */
    PROPAGATE,
    /** Each non-finite element becomes 0. */
    ZERO_ELEMENTS,
    /** The step changes nothing at all, and is counted. */
    SKIP_STEP,
    /**
     * The step changes nothing at all, and is counted; the trainer then goes back to an earlier
     * state, with a lower rate.
     */
    ROLLBACK,
    /** The step changes nothing, and no later step does until the host has looked. */
    STOP;

    /** The name in text: {@code skip-step}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * The way back to an earlier state.
   *
   * @param factor by what all settings called {@code rate} are multiplied each time, above 0 and at
   *     most 1
   * @param every after how many steps a state is kept to go back to, at least 1
   * @param keep how many are kept, at least 1
   */
  public record Rollback(double factor, int every, int keep) {
    /** Half the rate, and the last three states of each hundredth step. */
    public static final Rollback USUAL = new Rollback(0.5, 100, 3);

    /** Checks the numbers. */
    public Rollback {
      require(factor > 0 && factor <= 1, "factor must be above 0 and at most 1", factor);
      require(every >= 1, "every must be at least 1", every);
      require(keep >= 1, "keep must be at least 1", keep);
    }
  }

  /** How often may be rolled back unless something else is said. */
  public static final int ROLLBACKS = 5;

  /** Checks the limit. */
  public NonFinite {
    require(limit >= 1, "limit must be at least 1", limit);
    boolean counts = policy == Policy.SKIP_STEP || policy == Policy.ROLLBACK;
    require(
        counts || limit == Integer.MAX_VALUE,
        "limit is for skip-step and rollback, not for " + policy.label(),
        limit);
  }

  /**
   * A policy with the usual numbers: any number of skipped steps, {@value #ROLLBACKS} ways back.
   */
  public NonFinite(Policy policy) {
    this(policy, policy == Policy.ROLLBACK ? ROLLBACKS : Integer.MAX_VALUE, Rollback.USUAL);
  }

  private static void require(boolean holds, String otherwise, Number given) {
    if (!holds) {
      throw new IllegalArgumentException("%s: %s, but was %s".formatted(NAME, otherwise, given));
    }
  }

  /** The policy of a transform: that with which a chain begins, or else STOP. */
  public static NonFinite of(GradientTransform transform) {
    return transform instanceof Chain chain
            && !chain.links().isEmpty()
            && chain.links().get(0).transform() instanceof NonFinite policy
        ? policy
        : new NonFinite(Policy.STOP);
  }

  private boolean skips() {
    return policy == Policy.SKIP_STEP || policy == Policy.ROLLBACK;
  }

  /**
   * The transform under its own policy, or else under STOP. The policy goes by {@link #NAME},
   * whatever its link was called, so that the host finds what it leaves behind.
   *
   * @throws IllegalArgumentException if a chain has a policy, but does not begin with one
   */
  static GradientTransform guard(GradientTransform transform) {
    List<Link> links =
        transform instanceof Chain chain ? chain.links() : List.of(Link.of("", transform));
    if (links.isEmpty() || !(links.get(0).transform() instanceof NonFinite policy)) {
      links.forEach(NonFinite::requireNoPolicy);
      return Chain.of(List.of(Link.of(NAME, new NonFinite(Policy.STOP)), Link.of("", transform)));
    }
    List<Link> rest = new ArrayList<>(links.subList(1, links.size()));
    Wrapper first = policy;
    if (policy.skips() && !rest.isEmpty()) {
      Link second = rest.get(0);
      if (second.transform() instanceof Accumulate accumulate) {
        first = NonFinite::passOn;
        rest.set(0, Link.of(second.name(), new Accumulate(accumulate.steps(), true)));
      }
    }
    return Chain.of(List.of(Link.of(NAME, first), Link.of("", Chain.of(rest))));
  }

  private static void requireNoPolicy(Link link) {
    if (link.transform() instanceof NonFinite) {
      throw new IllegalArgumentException(
          "%s stands behind other links: begin the chain with it".formatted(link.text()));
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Gradients around(Gradients gradients, StepContext step, GradientTransform rest) {
    return switch (policy) {
      case PROPAGATE -> rest.apply(gradients, step);
      case ZERO_ELEMENTS ->
          rest.apply(gradients.isFinite().select(gradients, gradients.zeros()), step);
      case SKIP_STEP, ROLLBACK -> skip(gradients, step, rest);
      case STOP -> stop(gradients, step, rest);
    };
  }

  private static Gradients skip(Gradients gradients, StepContext step, GradientTransform rest) {
    Gradients finite = finite(gradients);
    count(finite, step);
    return step.when(finite.value(), inner -> rest.apply(gradients, inner));
  }

  /** The step is counted; what follows leaves the gradients out by itself. */
  private static Gradients passOn(Gradients gradients, StepContext step, GradientTransform rest) {
    count(finite(gradients), step);
    return rest.apply(gradients, step);
  }

  private static void count(Gradients finite, StepContext step) {
    Gradients bad = finite.negate().plus(1);
    State skipped = step.state("skipped", finite.scalar(finite.value().like(0)));
    step.report("seen", bad);
    step.report("skipped", skipped.set(skipped.old().plus(bad)));
  }

  private static Gradients stop(Gradients gradients, StepContext step, GradientTransform rest) {
    Gradients finite = finite(gradients);
    State stopped = step.state("stopped", gradients.scalar(finite.value().like(0)));
    Tensor healthy = finite.value().times(stopped.old().negate().plus(1).value());
    stopped.set(gradients.scalar(healthy.negate().plus(1)));
    step.report("seen", finite.negate().plus(1));
    return step.when(healthy, inner -> rest.apply(gradients, inner));
  }

  private static Gradients finite(Gradients gradients) {
    return gradients.within(Extent.GLOBAL, g -> g.sumOfSquares().isFinite());
  }
}
