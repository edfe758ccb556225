package org.glissade.optim.optimizer;

import org.glissade.optim.LearningRate;
import org.glissade.optim.Moments;
import org.glissade.optim.Require;
import org.glissade.optim.Schedule;
import org.glissade.spi.Range;
import org.glissade.tensor.Extent;
import org.glissade.tensor.Tensor;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.State;
import org.glissade.transform.StepContext;

/**
 * AdamW with D-Adaptation (Defazio and Mishchenko, arXiv:2301.07733). λ = d·rate·√(1 - b2^t)/(1 -
 * b1^t); m and s are running means of λ·g with decays b1 and √b2, v of g²; d grows to Σ(mean of
 * λ·⟨g, s/(√v + eps)⟩)/‖s‖₁ where that is larger. The update is m/(√v + eps) + decay·λ·p.
 *
 * @param rate the learning rate
 * @param moments the running means of g and g², and what is added to the root
 * @param initial the first d, above 0
 * @param decay how much of each parameter is added; 0 for none, at least 0
 */
public record DAdaptAdamW(Schedule rate, Moments moments, double initial, Schedule decay)
    implements GradientTransform {
  /** The name in text. */
  public static final String NAME = "dadapt-adamw";

  /** The usual initial. */
  public static final double INITIAL = 1e-6;

  /** The usual decay. */
  public static final double DECAY = 0;

  /** Checks the numbers. */
  public DAdaptAdamW {
    rate = Require.rate(NAME, rate);
    moments = moments.check(NAME);
    Require.in(Range.above(0), NAME + ": initial", initial);
    decay = Require.in(Range.atLeast(0), NAME + ": decay", decay);
  }

  /** A constant rate, the rest as usual. */
  public DAdaptAdamW(double rate) {
    this(Schedule.constant(rate), Moments.USUAL, INITIAL, Schedule.fixed(DECAY));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    return gradients.within(Extent.GLOBAL, g -> update(g, step));
  }

  private Gradients update(Gradients gradients, StepContext step) {
    Moments.Now now = moments.in(step);
    Tensor slow = now.b2().sqrt();
    Tensor pace = now.corrected(rate.in(step, LearningRate.RATE));
    State distance = step.state("d", step.count().like(initial));
    State gain = step.state("gain", step.count().like(0));
    State square = step.state("v", gradients.zeros());
    State sum = step.state("s", gradients.zeros());
    Gradients size = distance.old().times(gradients.scalar(pace));
    Gradients weighted = sum.old().dividedBy(square.old().sqrt().plus(now.eps()));
    Gradients agreement = gradients.times(weighted).sum().times(size);
    Gradients next = Moments.mix(now.b2(), square.old(), gradients.square());
    Gradients root = square.set(next).sqrt().plus(now.eps());
    Gradients sized = gradients.times(size);
    Gradients slowly = sum.set(Moments.mix(slow, sum.old(), sized));
    Gradients gained = gain.set(Moments.mix(slow, gain.old(), agreement));
    Gradients length = slowly.abs().sum().times(Moments.rest(slow)).reciprocalOrZero();
    distance.set(distance.old().maximum(gained.times(length)));
    step.report("step-size", size);
    Gradients pull = size.times(decay.in(step, "decay"));
    return now.mean(sized).dividedBy(root).plus(step.values(gradients).times(pull));
  }
}
