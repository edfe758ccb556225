package org.glissade.optim.optimizer;

import org.glissade.optim.LearningRate;
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
 * @param b1 decay of the mean of g, at least 0 and below 1
 * @param b2 decay of the mean of g², at least 0 and below 1
 * @param eps added to the root, above 0
 * @param initial the first d, above 0
 * @param decay how much of each parameter is added; 0 for none, at least 0
 */
public record DAdaptAdamW(
    Schedule rate, double b1, double b2, double eps, double initial, double decay)
    implements GradientTransform {
  /** The name in text. */
  public static final String NAME = "dadapt-adamw";

  /** The usual b1. */
  public static final double B1 = 0.9;

  /** The usual b2. */
  public static final double B2 = 0.999;

  /** The usual eps. */
  public static final double EPS = 1e-8;

  /** The usual initial. */
  public static final double INITIAL = 1e-6;

  /** The usual decay. */
  public static final double DECAY = 0;

  /** Checks the numbers. */
  public DAdaptAdamW {
    Require.rate(NAME, rate);
    Require.in(Range.closedOpen(0, 1), NAME + ": b1", b1);
    Require.in(Range.closedOpen(0, 1), NAME + ": b2", b2);
    Require.in(Range.above(0), NAME + ": eps", eps);
    Require.in(Range.above(0), NAME + ": initial", initial);
    Require.in(Range.atLeast(0), NAME + ": decay", decay);
  }

  /** A constant rate, the rest as usual. */
  public DAdaptAdamW(double rate) {
    this(Schedule.constant(rate), B1, B2, EPS, INITIAL, DECAY);
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
    double slow = Math.sqrt(b2);
    State distance = step.state("d", step.count().like(initial));
    State gain = step.state("gain", step.count().like(0));
    State mean = step.state("m", gradients.zeros());
    State square = step.state("v", gradients.zeros());
    State sum = step.state("s", gradients.zeros());
    Gradients size = distance.old().times(gradients.scalar(factor(step)));
    Gradients weighted = sum.old().dividedBy(square.old().sqrt().plus(eps));
    Gradients agreement = gradients.times(weighted).sum().times(size);
    Gradients root = square.set(Mean.mix(b2, square.old(), gradients.square())).sqrt().plus(eps);
    Gradients sized = gradients.times(size);
    Gradients slowly = sum.set(Mean.mix(slow, sum.old(), sized));
    Gradients gained = gain.set(Mean.mix(slow, gain.old(), agreement));
    Gradients length = slowly.abs().sum().times(1 - slow).reciprocalOrZero();
    distance.set(distance.old().maximum(gained.times(length)));
    step.report("step-size", size);
    return mean.set(Mean.mix(b1, mean.old(), sized))
        .dividedBy(root)
        .plus(step.values(gradients).times(size.times(decay)));
  }

  private Tensor factor(StepContext step) {
    Tensor t = Mean.time(step);
    Tensor late = Mean.correction(b2, t).sqrt();
    return rate.in(step, LearningRate.RATE).times(Mean.correction(b1, t)).dividedBy(late);
  }
}
