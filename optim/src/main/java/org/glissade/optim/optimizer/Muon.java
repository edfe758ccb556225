package org.glissade.optim.optimizer;

import org.glissade.optim.LearningRate;
import org.glissade.optim.Moments;
import org.glissade.optim.Require;
import org.glissade.optim.Schedule;
import org.glissade.spi.Range;
import org.glissade.tensor.Extent;
import org.glissade.tensor.Parameter;
import org.glissade.tensor.Tensor;
import org.glissade.transform.Chain;
import org.glissade.transform.Gradients;
import org.glissade.transform.StepContext;

/**
 * Muon (Jordan et al., kellerjordan.github.io/posts/muon, 2024): the momentum of each matrix, made
 * nearly orthogonal by Newton-Schulz iterations X ← 3.4445·X + (-4.775·A + 2.0315·A²)·X with A =
 * X·Xᵀ, from X = momentum/‖momentum‖, and multiplied by √max(1, units/inputs). Parameters that are
 * no matrices take {@link NAdam} with the same rate and the same decay.
 *
 * @param rate the learning rate
 * @param momentum decay of the momentum, at least 0 and below 1
 * @param steps how many iterations, at least 1
 * @param eps added to the norm of the momentum, and in nadam, above 0
 * @param decay how much of each parameter is added; 0 for none, at least 0
 * @param dialect whose numbers
 */
public record Muon(
    Schedule rate, Schedule momentum, int steps, Schedule eps, Schedule decay, Dialect dialect)
    implements Optimizer {
  /** The name in text. */
  public static final String NAME = "muon";

  /** The usual momentum. */
  public static final double MOMENTUM = 0.95;

  /** The usual steps. */
  public static final int STEPS = 5;

  /** The usual eps. */
  public static final double EPS = 1e-8;

  /** Whose numbers. */
  public enum Dialect {
    /** The running mean is corrected, and looks ahead as in {@code nadam}. */
    OPTAX,
    /**
     * b·m + (1 - b)·g with m ← b·m + (1 - b)·g, not corrected; eps is 1e-7. Keras' momentum points
     * the same way.
     */
    TORCH
  }

  /** Checks the numbers. */
  public Muon {
    rate = Require.rate(NAME, rate);
    momentum = Require.in(Range.closedOpen(0, 1), NAME + ": momentum", momentum);
    Require.in(Range.atLeast(1), NAME + ": steps", steps);
    eps = Require.in(Range.above(0), NAME + ": eps", eps);
    decay = Require.in(Range.atLeast(0), NAME + ": decay", decay);
  }

  /** A constant rate, the rest as usual. */
  public Muon(double rate) {
    this(
        Schedule.constant(rate),
        Schedule.fixed(MOMENTUM),
        STEPS,
        Schedule.fixed(EPS),
        NONE,
        Dialect.OPTAX);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Chain parts() {
    return Optimizer.chain(this::direction, Optimizer.decay(decay), new LearningRate(rate));
  }

  private Gradients direction(Gradients gradients, StepContext step) {
    Tensor added = eps.in(step, "eps");
    return gradients.route(
        parameter -> parameter.shape().rank() == 2,
        matrices ->
            ahead(matrices, step)
                .within(Extent.PARAMETER, m -> unit(m, added))
                .map(this::orthogonal),
        others -> step.within("others", inner -> nadam(added).direction(others, inner)));
  }

  private static NAdam nadam(Tensor added) {
    Moments usual = new Moments(Moments.USUAL.b1(), Moments.USUAL.b2(), count -> added);
    return new NAdam(Schedule.fixed(1), usual, NONE, NAdam.Dialect.OPTAX);
  }

  private Gradients ahead(Gradients gradients, StepContext step) {
    Tensor kept = momentum.in(step, "momentum");
    Gradients mean = new Mean("m", kept).next(gradients, step);
    return dialect == Dialect.TORCH
        ? Moments.mix(kept, mean, gradients)
        : NAdam.ahead(kept, mean, gradients, Mean.time(step));
  }

  private static Gradients unit(Gradients gradients, Tensor added) {
    return gradients.times(gradients.norm().plus(added).reciprocalOrZero());
  }

  private Tensor orthogonal(Parameter parameter, Tensor g) {
    boolean tall = g.shape().dim(0) > g.shape().dim(1);
    Tensor x = tall ? g.transpose() : g;
    for (int i = 0; i < steps; i++) {
      Tensor a = x.matmul(x, false, true);
      Tensor b = a.times(-4.7750).plus(a.matmul(a).times(2.0315));
      x = x.times(3.4445).plus(b.matmul(x));
    }
    int units = g.shape().dim(parameter.unitAxis() == 0 ? 0 : 1);
    double ratio = units * (double) units / g.shape().size();
    return (tall ? x.transpose() : x).times(Math.sqrt(Math.max(1, ratio)));
  }
}
