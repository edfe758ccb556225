package org.glissade.optim.optimizer;

import org.glissade.optim.LearningRate;
import org.glissade.optim.Moments;
import org.glissade.optim.Require;
import org.glissade.optim.Schedule;
import org.glissade.spi.Range;
import org.glissade.tensor.Extent;
import org.glissade.transform.Chain;
import org.glissade.transform.Gradients;
import org.glissade.transform.State;
import org.glissade.transform.StepContext;

/**
 * NovoGrad (Ginsburg et al., arXiv:1905.11286): m ← b1·m + g/(√n + eps) + decay·p, which is the
 * update; n is one number for each parameter, ‖g‖² in the first step and then b2·n + (1 - b2)·‖g‖².
 *
 * @param rate the learning rate
 * @param moments what is kept of m in each step, the running mean of ‖g‖², and what is added to the
 *     root
 * @param decay how much of each parameter is added; 0 for none, at least 0
 */
public record NovoGrad(Schedule rate, Moments moments, Schedule decay) implements Optimizer {
  /** The name in text. */
  public static final String NAME = "novograd";

  /** The usual numbers. */
  public static final Moments USUAL = new Moments(0.9, 0.25, 1e-6);

  /** Checks the numbers. */
  public NovoGrad {
    rate = Require.rate(NAME, rate);
    moments = moments.check(NAME);
    decay = Require.in(Range.atLeast(0), NAME + ": decay", decay);
  }

  /** A constant rate, the rest as usual. */
  public NovoGrad(double rate) {
    this(Schedule.constant(rate), USUAL, NONE);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Chain parts() {
    return Optimizer.chain(
        this::direction, Optimizer.decay(decay), this::trace, new LearningRate(rate));
  }

  private Gradients direction(Gradients gradients, StepContext step) {
    return gradients.within(
        Extent.PARAMETER,
        g -> {
          Gradients now = g.sumOfSquares();
          State length = step.state("n", g.zeros().sumOfSquares());
          Gradients mixed = Moments.mix(moments.b2().in(step, "b2"), length.old(), now);
          Gradients next = length.set(Mean.first(g, step).select(now, mixed));
          return g.dividedBy(next.sqrt().plus(moments.eps().in(step, "eps")));
        });
  }

  private Gradients trace(Gradients gradients, StepContext step) {
    State trace = step.state("m", gradients.zeros());
    return trace.set(trace.old().times(moments.b1().in(step, "b1")).plus(gradients));
  }
}
