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
 * Prodigy (Mishchenko and Defazio, arXiv:2306.06101). λ = d·rate·√(1 - b2^t)/(1 - b1^t); m and v
 * are running means of d·g and (d·g)²; s ← √b2·s + λ·d·g/d₀ and n ← √b2·n + (d/d₀)·λ·⟨g, p₀ - p⟩; d
 * grows to n/‖s‖₁ where that is larger. The update is λ·m/(√v + d·eps) + decay·λ·p.
 *
 * @param rate the learning rate
 * @param moments the running means of g and g², and what is added to the root
 * @param initial the first d, above 0
 * @param decay how much of each parameter is added; 0 for none, at least 0
 */
public record Prodigy(Schedule rate, Moments moments, double initial, Schedule decay)
    implements GradientTransform {
  /** The name in text. */
  public static final String NAME = "prodigy";

  /** The usual initial. */
  public static final double INITIAL = 1e-6;

  /** The usual decay. */
  public static final double DECAY = 0;

  /** Checks the numbers. */
  public Prodigy {
    rate = Require.rate(NAME, rate);
    moments = moments.check(NAME);
    Require.in(Range.above(0), NAME + ": initial", initial);
    decay = Require.in(Range.atLeast(0), NAME + ": decay", decay);
  }

  /** A constant rate, the rest as usual. */
  public Prodigy(double rate) {
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
    Gradients values = step.values(gradients);
    State distance = step.state("d", step.count().like(initial));
    State gain = step.state("n", step.count().like(0));
    State sum = step.state("s", gradients.zeros());
    Gradients d = distance.old();
    Gradients size = d.times(gradients.scalar(pace));
    Gradients share = size.times(d).dividedBy(initial);
    Gradients way = Start.of(gradients, step).minus(values);
    Gradients toStart = gradients.times(way).sum();
    Gradients gained = gain.set(gain.old().times(slow).plus(toStart.times(share)));
    Gradients total = sum.set(sum.old().times(slow).plus(gradients.times(share)));
    Gradients next = distance.set(d.maximum(gained.times(total.abs().sum().reciprocalOrZero())));
    step.report("step-size", size);
    Gradients sized = gradients.times(d);
    Gradients mean = now.mean(sized);
    Gradients root = now.square(sized).sqrt();
    Gradients pull = values.times(decay.in(step, "decay"));
    return mean.dividedBy(root.plus(next.times(now.eps()))).plus(pull).times(size);
  }
}
