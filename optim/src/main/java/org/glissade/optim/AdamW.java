package org.glissade.optim;

import org.glissade.spi.Range;
import org.glissade.transform.Chain;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.StepContext;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter, arXiv:1711.05101): rate·(m̂/(√v̂ + eps)
 * + decay·p), m̂ and v̂ as in {@link Adam}. As in Optax and PyTorch the rate scales the decay too.
 * It decays every parameter; for some of them write {@code adam(1) | weight-decay(0.01,
 * kind=weight) | learning-rate(0.001)}.
 *
 * @param rate the learning rate
 * @param moments m and v, and eps
 * @param decay of the parameters, above 0; a schedule may end at 0
 * @param dialect whose m̂/(√v̂ + eps)
 */
public record AdamW(Schedule rate, Moments moments, Schedule decay, Adam.Dialect dialect)
    implements GradientTransform {
  /** The name in text. */
  public static final String NAME = "adamw";

  /** Optax's decay; PyTorch's is 0.01, Keras' 0.004. */
  public static final double DECAY = 1e-4;

  /** Checks the numbers. */
  public AdamW {
    rate = Require.rate(NAME, rate);
    moments = moments.check(NAME);
    decay = Require.fading(Range.above(0), NAME + ": decay", decay);
  }

  /** In Optax's dialect. */
  public AdamW(Schedule rate, Moments moments, Schedule decay) {
    this(rate, moments, decay, Adam.Dialect.OPTAX);
  }

  /** A constant rate, the rest as in Optax. */
  public AdamW(double rate) {
    this(Schedule.constant(rate), Moments.USUAL, Schedule.constant(DECAY));
  }

  /** Numbers that do not change by themselves, but for the rate. */
  public AdamW(Schedule rate, double b1, double b2, double eps, double decay) {
    this(rate, new Moments(b1, b2, eps), Schedule.constant(decay));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    return parts().apply(gradients, step);
  }

  /** What it is made of. */
  public Chain parts() {
    return Parts.of(
        dialect.of(moments), new WeightDecay(decay, Selection.all()), new LearningRate(rate));
  }
}
