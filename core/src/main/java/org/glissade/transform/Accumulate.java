package org.glissade.transform;

import org.glissade.spi.Range;
import org.glissade.tensor.Extent;
import org.glissade.tensor.Tensor;

/**
 * Runs the rest of its chain once in so many steps, on the mean of their gradients: as if the
 * batches of these steps were one. In the other steps nothing changes but the sum. Clips, decay and
 * whatever else stands behind it see the mean; what stands before it sees every gradient.
 *
 * <p>Where the chain begins with {@code non-finite(skip-step)} and this stands directly behind it,
 * a gradient that is not finite is left out: the mean is over the others, and the update comes when
 * it is due. If all were left out there is none. Under other conditions a step that is skipped
 * whole does not count, and another takes its place.
 *
 * <p>A link around it that averages weights would take every step for an update: that is an error.
 *
 * <p>Reports {@code gathered}, how many gradients the mean has so far. Source: Optax's {@code
 * MultiSteps}, Keras' {@code gradient_accumulation_steps}; both run the rest in every step.
 *
 * @param steps how many, at least 2
 * @param leaveOut whether gradients that are not finite are left out
 */
public record Accumulate(int steps, boolean leaveOut) implements Wrapper {
  /** The name in text. */
  public static final String NAME = "accumulate";

  /** Checks the number. */
  public Accumulate {
    Range range = Range.atLeast(2);
    if (!range.contains(steps)) {
      throw new IllegalArgumentException(
          "%s: steps must be an integer %s, but was %d".formatted(NAME, range, steps));
    }
  }

  /** Every gradient counts. */
  public Accumulate(int steps) {
    this(steps, false);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Gradients around(Gradients gradients, StepContext step, GradientTransform rest) {
    State sum = step.state("sum", gradients.zeros());
    State gathered = step.state("gathered", step.count().like(0));
    State position = step.state("position", step.count().like(0));
    Gradients good = leaveOut ? finite(gradients) : gradients.scalar(step.count().like(1));
    Gradients given = leaveOut ? good.select(gradients, gradients.zeros()) : gradients;
    Gradients total = sum.old().plus(given);
    Gradients count = gradients.scalar(gathered.old().value()).plus(good);
    Tensor place = position.old().value().plus(1);
    Tensor due = place.lessThan(place.like(steps)).negate().plus(1);
    Gradients begun = gradients.scalar(due);
    sum.set(begun.select(gradients.zeros(), total));
    step.report("gathered", count);
    gathered.set(gradients.scalar(due.select(due.like(0), count.value())));
    position.set(gradients.scalar(due.select(due.like(0), place)));
    Tensor any = due.times(count.value().minimum(1));
    Gradients mean = total.times(count.reciprocalOrZero());
    Gradients updates = step.when(leaveOut ? any : due, inner -> rest.apply(mean, inner));
    step.gathered(gradients);
    return updates;
  }

  private static Gradients finite(Gradients gradients) {
    return gradients.within(Extent.GLOBAL, g -> g.sumOfSquares().isFinite());
  }
}
