package org.glissade.optim.optimizer;

import org.glissade.optim.LearningRate;
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
 * @param b1 what is kept of m in each step, at least 0 and below 1
 * @param b2 decay of the mean of ‖g‖², at least 0 and below 1
 * @param eps added to the root, above 0
 * @param decay how much of each parameter is added; 0 for none, at least 0
 */
public record NovoGrad(Schedule rate, double b1, double b2, double eps, double decay)
    implements Optimizer {
  /** The name in text. */
  public static final String NAME = "novograd";

  /** The usual b1. */
  public static final double B1 = 0.9;

  /** The usual b2. */
  public static final double B2 = 0.25;

  /** The usual eps. */
  public static final double EPS = 1e-6;

  /** The usual decay. */
  public static final double DECAY = 0;

  /** Checks the numbers. */
  public NovoGrad {
    Require.rate(NAME, rate);
    Require.in(Range.closedOpen(0, 1), NAME + ": b1", b1);
    Require.in(Range.closedOpen(0, 1), NAME + ": b2", b2);
    Require.in(Range.above(0), NAME + ": eps", eps);
    Require.in(Range.atLeast(0), NAME + ": decay", decay);
  }

  /** A constant rate, the rest as usual. */
  public NovoGrad(double rate) {
    this(Schedule.constant(rate), B1, B2, EPS, DECAY);
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
          Gradients mixed = Mean.mix(b2, length.old(), now);
          Gradients next = length.set(Mean.first(g, step).select(now, mixed));
          return g.dividedBy(next.sqrt().plus(eps));
        });
  }

  private Gradients trace(Gradients gradients, StepContext step) {
    State trace = step.state("m", gradients.zeros());
    return trace.set(trace.old().times(b1).plus(gradients));
  }
}
