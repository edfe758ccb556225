package org.glissade.optim.optimizer;

import java.util.List;
import java.util.stream.IntStream;
import org.glissade.optim.Require;
import org.glissade.optim.Schedule;
import org.glissade.spi.Range;
import org.glissade.tensor.Extent;
import org.glissade.tensor.Tensor;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.State;
import org.glissade.transform.StepContext;
import org.glissade.transform.Wrapper;

/**
 * Mechanic (Cutkosky et al., arXiv:2306.00144): p = p₀ - (Σsᵢ)·(sum of the rest's updates), where
 * each sᵢ bets, with a memory of its own, on what a longer step would have gained. Weights are kept
 * from growing by decay.
 *
 * @param initial the first size of each bet, above 0
 * @param decay how much of each parameter joins the gradient, in parts of its norm, at least 0
 * @param eps added to roots and norms, above 0
 * @param betas how many bets; number i remembers 10^i steps, at least 1
 */
public record Mechanic(double initial, Schedule decay, Schedule eps, int betas) implements Wrapper {
  /** The name in text. */
  public static final String NAME = "mechanic";

  /** The usual initial. */
  public static final double INITIAL = 1e-6;

  /** The usual decay. */
  public static final double DECAY = 0.01;

  /** The usual eps. */
  public static final double EPS = 1e-8;

  /** The usual betas. */
  public static final int BETAS = 6;

  /** Checks the numbers. */
  public Mechanic {
    Require.in(Range.above(0), NAME + ": initial", initial);
    decay = Require.in(Range.atLeast(0), NAME + ": decay", decay);
    eps = Require.in(Range.above(0), NAME + ": eps", eps);
    Require.in(Range.atLeast(1), NAME + ": betas", betas);
  }

  /** Everything as usual. */
  public Mechanic() {
    this(INITIAL, Schedule.fixed(DECAY), Schedule.fixed(EPS), BETAS);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Gradients around(Gradients gradients, StepContext step, GradientTransform rest) {
    Gradients updates = rest.apply(gradients, step);
    return gradients.within(Extent.GLOBAL, g -> sized(g, updates, step));
  }

  private Gradients sized(Gradients gradients, Gradients updates, StepContext step) {
    Gradients values = step.values(gradients);
    Gradients moved = values.minus(Start.of(gradients, step));
    List<State> sizes =
        IntStream.rangeClosed(1, betas)
            .mapToObj(i -> step.state("size-" + i, step.count().like(initial)))
            .toList();
    Tensor added = eps.in(step, "eps");
    Gradients size = sum(sizes.stream().map(State::old).toList());
    Gradients unit = size.plus(added).reciprocalOrZero();
    Gradients share = gradients.norm().times(size).dividedBy(values.norm().plus(added));
    Gradients along = gradients.times(moved).sum();
    Gradients outward = values.times(moved).sum().times(share.times(decay.in(step, "decay")));
    Gradients gain = along.plus(outward).times(unit).negate();
    List<Gradients> next =
        IntStream.rangeClosed(1, betas)
            .mapToObj(i -> bet(i, gain, sizes.get(i - 1), added, step))
            .toList();
    Gradients found = sum(next);
    step.report("step-size", found);
    return moved.plus(updates.minus(moved.times(unit)).times(found));
  }

  private Gradients bet(int i, Gradients gain, State size, Tensor added, StepContext step) {
    double beta = 1 - Math.pow(0.1, i);
    State most = step.state("most-" + i, step.count().like(0));
    State square = step.state("square-" + i, step.count().like(0));
    State reward = step.state("reward-" + i, step.count().like(0));
    Gradients capped = gain.minimum(most.old()).maximum(most.old().negate());
    Gradients m = most.set(most.old().times(beta).maximum(gain.abs().plus(added)));
    Gradients v = square.set(square.old().times(beta * beta).plus(gain.square()));
    Gradients r = reward.set(reward.old().times(beta).plus(capped.times(size.old())));
    Gradients wealth = m.times(initial / betas).plus(r.maximum(0));
    return size.set(wealth.dividedBy(v.sqrt().plus(added)));
  }

  private static Gradients sum(List<Gradients> parts) {
    return parts.stream().reduce(Gradients::plus).orElseThrow();
  }
}
