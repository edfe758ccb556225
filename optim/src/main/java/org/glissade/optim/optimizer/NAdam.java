package org.glissade.optim.optimizer;

import org.glissade.optim.LearningRate;
import org.glissade.optim.Require;
import org.glissade.optim.Schedule;
import org.glissade.spi.Range;
import org.glissade.tensor.Tensor;
import org.glissade.transform.Chain;
import org.glissade.transform.Gradients;
import org.glissade.transform.State;
import org.glissade.transform.StepContext;

/**
 * Adam with Nesterov momentum (Dozat, OpenReview OM0jvwB8jIp57ZJjtNEZ, 2016): in Optax (b1·m/(1 -
 * b1^(t+1)) + (1 - b1)·g/(1 - b1^t))/(√v̂ + eps), m and v as in Adam. With a decay it is NAdamW.
 *
 * @param rate the learning rate
 * @param b1 decay of the mean of g, at least 0 and below 1
 * @param b2 decay of the mean of g², at least 0 and below 1
 * @param eps added to the root, above 0
 * @param decay how much of each parameter is added; 0 for none, at least 0
 * @param dialect whose numbers
 */
public record NAdam(Schedule rate, double b1, double b2, double eps, double decay, Dialect dialect)
    implements Optimizer {
  /** The name in text. */
  public static final String NAME = "nadam";

  /** The usual b1. */
  public static final double B1 = 0.9;

  /** The usual b2. */
  public static final double B2 = 0.999;

  /** The usual eps. */
  public static final double EPS = 1e-8;

  /** The usual decay. */
  public static final double DECAY = 0;

  /** Whose numbers. */
  public enum Dialect {
    /** As above. */
    OPTAX,
    /** b1 in step t is b1·(1 - 0.96^(0.004·t)/2). */
    TORCH,
    /** b1 in step t is b1·(1 - 0.96^t/2); Keras takes eps 1e-7. */
    KERAS,
    /** (b1·m + (1 - b1)·g)/(1 - b1^t) over √v + eps, so that the first step is 60 times as long. */
    DL4J
  }

  /** Checks the numbers. */
  public NAdam {
    Require.rate(NAME, rate);
    Require.in(Range.closedOpen(0, 1), NAME + ": b1", b1);
    Require.in(Range.closedOpen(0, 1), NAME + ": b2", b2);
    Require.in(Range.above(0), NAME + ": eps", eps);
    Require.in(Range.atLeast(0), NAME + ": decay", decay);
  }

  /** A constant rate, the rest as usual. */
  public NAdam(double rate) {
    this(Schedule.constant(rate), B1, B2, EPS, DECAY, Dialect.OPTAX);
  }

  @Override
  public String name() {
    return NAME;
  }

  /** What PyTorch and Keras lower b1 by in early steps. */
  private static final double WARMUP = 0.96;

  @Override
  public Chain parts() {
    return Optimizer.chain(this::direction, Optimizer.decay(decay), new LearningRate(rate));
  }

  Gradients direction(Gradients gradients, StepContext step) {
    Tensor t = Mean.time(step);
    Gradients mean = new Mean("m", b1).next(gradients, step);
    Gradients square = new Mean("v", b2).next(gradients.square(), step);
    Gradients root = square.times(Mean.correction(b2, t)).sqrt().plus(eps);
    return switch (dialect) {
      case OPTAX ->
          mean.times(Mean.correction(b1, t.plus(1)).times(b1))
              .plus(gradients.times(Mean.correction(b1, t).times(1 - b1)))
              .dividedBy(root);
      case TORCH -> scheduled(gradients, mean, 0.004, step).dividedBy(root);
      case KERAS -> scheduled(gradients, mean, 1, step).dividedBy(root);
      case DL4J ->
          Mean.mix(b1, mean, gradients)
              .times(Mean.correction(b1, t))
              .dividedBy(square.sqrt().plus(eps));
    };
  }

  private Gradients scheduled(Gradients gradients, Gradients mean, double pace, StepContext step) {
    Tensor t = Mean.time(step);
    Tensor now = lowered(t.times(pace));
    Tensor next = lowered(t.plus(1).times(pace));
    State product = step.state("product", t.like(1));
    Tensor before = product.set(product.old().times(now)).value();
    Tensor after = before.times(next);
    return mean.times(next.dividedBy(after.negate().plus(1)))
        .plus(gradients.times(now.minus(1).dividedBy(before.minus(1))));
  }

  private Tensor lowered(Tensor exponent) {
    return exponent.like(WARMUP).power(exponent).times(-0.5).plus(1).times(b1);
  }
}
