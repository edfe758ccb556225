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
 * Prodigy (Mishchenko and Defazio, arXiv:2306.06101). λ = d·rate·√(1 - b2^t)/(1 - b1^t); m and v
 * are running means of d·g and (d·g)²; s ← √b2·s + λ·d·g/d₀ and n ← √b2·n + (d/d₀)·λ·⟨g, p₀ - p⟩; d
 * grows to n/‖s‖₁ where that is larger. The update is λ·m/(√v + d·eps) + decay·λ·p.
 *
 * @param rate the learning rate
 * @param b1 decay of the mean of g, at least 0 and below 1
 * @param b2 decay of the mean of g², at least 0 and below 1
 * @param eps added to the root, above 0
 * @param initial the first d, above 0
 * @param decay how much of each parameter is added; 0 for none, at least 0
 */
public record Prodigy(Schedule rate, double b1, double b2, double eps, double initial, double decay)
    implements GradientTransform {
  /** The name in text. */
  public static final String NAME = "prodigy";

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
  public Prodigy {
    Require.rate(NAME, rate);
    Require.in(Range.closedOpen(0, 1), NAME + ": b1", b1);
    Require.in(Range.closedOpen(0, 1), NAME + ": b2", b2);
    Require.in(Range.above(0), NAME + ": eps", eps);
    Require.in(Range.above(0), NAME + ": initial", initial);
    Require.in(Range.atLeast(0), NAME + ": decay", decay);
  }

  /** A constant rate, the rest as usual. */
  public Prodigy(double rate) {
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
    Gradients values = step.values(gradients);
    State distance = step.state("d", step.count().like(initial));
    State gain = step.state("n", step.count().like(0));
    State sum = step.state("s", gradients.zeros());
    Gradients d = distance.old();
    Gradients size = d.times(gradients.scalar(factor(step)));
    Gradients share = size.times(d).dividedBy(initial);
    Gradients way = Start.of(gradients, step).minus(values);
    Gradients toStart = gradients.times(way).sum();
    Gradients gained = gain.set(gain.old().times(slow).plus(toStart.times(share)));
    Gradients total = sum.set(sum.old().times(slow).plus(gradients.times(share)));
    Gradients next = distance.set(d.maximum(gained.times(total.abs().sum().reciprocalOrZero())));
    step.report("step-size", size);
    Gradients sized = gradients.times(d);
    Gradients mean = new Mean("m", b1).next(sized, step);
    Gradients root = new Mean("v", b2).next(sized.square(), step).sqrt();
    return mean.dividedBy(root.plus(next.times(eps))).plus(values.times(decay)).times(size);
  }

  private Tensor factor(StepContext step) {
    Tensor t = Mean.time(step);
    Tensor late = Mean.correction(b2, t).sqrt();
    return rate.in(step, LearningRate.RATE).times(Mean.correction(b1, t)).dividedBy(late);
  }
}
