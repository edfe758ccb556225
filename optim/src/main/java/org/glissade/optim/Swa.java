package org.glissade.optim;

import org.glissade.spi.Range;
import org.glissade.tensor.Tensor;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.State;
import org.glissade.transform.StepContext;
import org.glissade.transform.Wrapper;

/**
 * The mean of the parameters after updates begin, begin + every, begin + 2·every and so on
 * (stochastic weight averaging, Izmailov et al., arXiv:1803.05407). The model is evaluated with the
 * mean once there is one; training goes on with the parameters. Source: PyTorch's {@code
 * AveragedModel}. Statistics of batch norm are those of the parameters.
 *
 * @param begin after how many updates the first are taken, at least 1
 * @param every after how many more the next are, at least 1
 */
public record Swa(int begin, int every) implements Wrapper {
  /** The name in text. */
  public static final String NAME = "swa";

  /** Checks the numbers. */
  public Swa {
    Require.in(Range.atLeast(1), NAME + ": begin", begin);
    Require.in(Range.atLeast(1), NAME + ": every", every);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Gradients around(Gradients gradients, StepContext step, GradientTransform rest) {
    Gradients updates = rest.apply(gradients, step);
    Gradients values = step.values(gradients);
    State mean = step.state("mean", values);
    State taken = step.state("taken", step.count().like(0));
    Tensor since = step.count().plus(1 - begin);
    Tensor begun = since.like(0).atMost(since);
    Tensor due = Periods.multiple(since, every).times(begun);
    Tensor number = taken.old().value().plus(due);
    Tensor share = due.times(number.reciprocalOrZero());
    Gradients next = values.minus(updates).times(share);
    mean.set(mean.old().times(share.negate().plus(1)).plus(next));
    step.evaluation(gradients.scalar(taken.old().value()).select(mean.old(), values));
    taken.set(gradients.scalar(number));
    return updates;
  }
}
