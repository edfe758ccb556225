package org.glissade.optim.optimizer;

import org.glissade.optim.LearningRate;
import org.glissade.optim.Moments;
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
 * @param moments the running means of g and g², and what is added to the root
 * @param decay how much of each parameter is added; 0 for none, at least 0
 * @param dialect whose numbers
 */
public record NAdam(Schedule rate, Moments moments, Schedule decay, Dialect dialect)
    implements Optimizer {
  /** The name in text. */
  public static final String NAME = "nadam";

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
    rate = Require.rate(NAME, rate);
    moments = moments.check(NAME);
    decay = Require.in(Range.atLeast(0), NAME + ": decay", decay);
  }

  /** A constant rate, the rest as usual. */
  public NAdam(double rate) {
    this(Schedule.constant(rate), Moments.USUAL, NONE, Dialect.OPTAX);
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
    Moments.Now now = moments.in(step);
    Gradients mean = now.mean(gradients);
    Gradients square = now.square(gradients);
    return switch (dialect) {
      case OPTAX -> ahead(now.b1(), mean, gradients, now.time()).dividedBy(now.root(square));
      case TORCH -> scheduled(gradients, mean, 0.004, now).dividedBy(now.root(square));
      case KERAS -> scheduled(gradients, mean, 1, now).dividedBy(now.root(square));
      case DL4J ->
          Moments.mix(now.b1(), mean, gradients)
              .times(now.correction1())
              .dividedBy(square.sqrt().plus(now.eps()));
    };
  }

  /** b·m/(1 - b^(t+1)) + (1 - b)·g/(1 - b^t): a corrected mean that looks a step ahead. */
  static Gradients ahead(Tensor b, Gradients mean, Gradients gradients, Tensor t) {
    return mean.times(Moments.correction(b, t.plus(1)).times(b))
        .plus(gradients.times(Moments.correction(b, t).times(Moments.rest(b))));
  }

  private static Gradients scheduled(
      Gradients gradients, Gradients mean, double pace, Moments.Now moments) {
    Tensor t = moments.time();
    Tensor now = lowered(t.times(pace), moments.b1());
    Tensor next = lowered(t.plus(1).times(pace), moments.b1());
    State product = moments.step().state("product", t.like(1));
    Tensor before = product.set(product.old().times(now)).value();
    Tensor after = before.times(next);
    return mean.times(next.dividedBy(after.negate().plus(1)))
        .plus(gradients.times(now.minus(1).dividedBy(before.minus(1))));
  }

  private static Tensor lowered(Tensor exponent, Tensor b1) {
    return exponent.like(WARMUP).power(exponent).times(-0.5).plus(1).times(b1);
  }
}
