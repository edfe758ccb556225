package org.glissade.optim.optimizer;

import org.glissade.optim.Require;
import org.glissade.optim.Schedule;
import org.glissade.spi.Range;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.State;
import org.glissade.transform.StepContext;

/**
 * COCOB (Orabona and Tommasi, arXiv:1705.07795), for each element: L ← max(L, |g|), G ← G + |g|, R
 * ← max(R - g·(p - p₀), 0), C ← C - g; p ← p₀ + C·(L + R)/(L·max(G + L, alpha·L)).
 *
 * @param alpha how small the first bets are, above 0
 * @param eps what L begins with, above 0
 */
public record Cocob(Schedule alpha, double eps) implements GradientTransform {
  /** The name in text. */
  public static final String NAME = "cocob";

  /** The usual alpha. */
  public static final double ALPHA = 100;

  /** The usual eps. */
  public static final double EPS = 1e-8;

  /** Checks the numbers. */
  public Cocob {
    alpha = Require.in(Range.above(0), NAME + ": alpha", alpha);
    Require.in(Range.above(0), NAME + ": eps", eps);
  }

  /** Everything as usual. */
  public Cocob() {
    this(Schedule.fixed(ALPHA), EPS);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    Gradients values = step.values(gradients);
    State largest = step.state("largest", gradients.like(eps));
    State length = step.state("length", gradients.zeros());
    State reward = step.state("reward", gradients.zeros());
    State sum = step.state("sum", gradients.zeros());
    Gradients moved = values.minus(Start.of(gradients, step));
    Gradients most = largest.set(largest.old().maximum(gradients.abs()));
    Gradients way = length.set(length.old().plus(gradients.abs()));
    Gradients won = reward.set(reward.old().minus(gradients.times(moved)).maximum(0));
    Gradients total = sum.set(sum.old().plus(gradients));
    Gradients share = total.dividedBy(way.plus(most).maximum(most.times(alpha.in(step, "alpha"))));
    return moved.plus(share.times(won.dividedBy(most).plus(1)));
  }
}
