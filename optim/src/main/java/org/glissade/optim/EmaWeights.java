package org.glissade.optim;

import org.glissade.spi.Range;
import org.glissade.tensor.Tensor;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.State;
import org.glissade.transform.StepContext;
import org.glissade.transform.Wrapper;

/**
 * average ← decay·average + (1 - decay)·p, p being the parameters after the update that the rest of
 * the chain makes. The model is evaluated with the average; training goes on with the parameters.
 * The average begins as what the first update leaves behind, so it needs no correction. Source:
 * Keras' {@code use_ema}, PyTorch's {@code AveragedModel} with {@code get_ema_multi_avg_fn}.
 *
 * @param decay at least 0 and below 1
 * @param overwrite after so many updates each time the parameters become the average; 0 for never
 */
public record EmaWeights(Schedule decay, int overwrite) implements Wrapper {
  /** The name in text. */
  public static final String NAME = "ema-weights";

  /** The usual decay. */
  public static final double USUAL = 0.999;

  /** What the decay is called as a setting. */
  public static final String DECAY = "decay";

  /** Checks the numbers. */
  public EmaWeights {
    decay = Require.in(Range.closedOpen(0, 1), NAME + ": " + DECAY, decay);
    Require.in(Range.atLeast(0), NAME + ": overwrite", overwrite);
  }

  /** Always the same decay, which is a setting; the parameters are their own. */
  public EmaWeights(double decay) {
    this(Schedule.constant(decay), 0);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Gradients around(Gradients gradients, StepContext step, GradientTransform rest) {
    Gradients updates = rest.apply(gradients, step);
    Gradients values = step.values(gradients);
    State average = step.state("average", values);
    Tensor kept = step.count().sign().times(decay.in(step, DECAY));
    Gradients share = values.minus(updates).times(kept.negate().plus(1));
    Gradients next = average.set(average.old().times(kept).plus(share));
    step.evaluation(Periods.begun(average, values, step));
    return overwrite == 0
        ? updates
        : Periods.due(gradients, step, overwrite).select(values.minus(next), updates);
  }
}
