package org.glissade.optim.optimizer;

import java.util.stream.IntStream;
import org.glissade.optim.LearningRate;
import org.glissade.optim.Require;
import org.glissade.optim.Schedule;
import org.glissade.spi.Range;
import org.glissade.tensor.Extent;
import org.glissade.tensor.Parameter;
import org.glissade.tensor.Shape;
import org.glissade.tensor.Tensor;
import org.glissade.transform.DenseState;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.StepContext;

/**
 * Adafactor (Shazeer and Stern, arXiv:1804.04235). A parameter with two axes of at least {@code
 * minDim} keeps the means of g² + eps along its two longest axes: v = r·c/mean(r). Others keep v
 * itself. The decay of the means is 1 - t^-decay in step t. u = g/√v is divided by max(1,
 * RMS(u)/clip), then multiplied by max(RMS(p), 0.001) and the rate.
 *
 * @param rate the learning rate
 * @param decay how fast the decay of the means nears 1, above 0
 * @param clip the largest RMS of u that passes unchanged, above 0
 * @param minDim the least length of two axes that are factored, at least 1
 * @param eps added to g², above 0
 * @param relative whether the rate is at most 1/√t
 */
public record Adafactor(
    Schedule rate, Schedule decay, Schedule clip, int minDim, Schedule eps, boolean relative)
    implements GradientTransform {
  /** The name in text. */
  public static final String NAME = "adafactor";

  /** The usual decay. */
  public static final double DECAY = 0.8;

  /** The usual clip. */
  public static final double CLIP = 1;

  /** The usual min-dim. */
  public static final int MIN_DIM = 128;

  /** The usual eps. */
  public static final double EPS = 1e-30;

  /** Checks the numbers. */
  public Adafactor {
    rate = Require.rate(NAME, rate);
    decay = Require.in(Range.above(0), NAME + ": decay", decay);
    clip = Require.in(Range.above(0), NAME + ": clip", clip);
    Require.in(Range.atLeast(1), NAME + ": min-dim", minDim);
    eps = Require.in(Range.above(0), NAME + ": eps", eps);
  }

  /** A constant rate, the rest as usual. */
  public Adafactor(double rate) {
    this(
        Schedule.constant(rate),
        Schedule.fixed(DECAY),
        Schedule.fixed(CLIP),
        MIN_DIM,
        Schedule.fixed(EPS),
        false);
  }

  @Override
  public String name() {
    return NAME;
  }

  /** What the root mean square of a parameter counts as, at least. */
  private static final double LEAST_SCALE = 1e-3;

  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    Tensor now = rate.in(step, LearningRate.RATE);
    Tensor size = relative ? now.minimum(Mean.time(step).sqrt().reciprocalOrZero()) : now;
    Tensor age = decay.in(step, "decay").negate();
    Tensor added = eps.in(step, "eps");
    Tensor most = clip.in(step, "clip");
    return gradients
        .map((parameter, g) -> direction(parameter, g, g.square().plus(added), age, step))
        .within(Extent.PARAMETER, u -> scaled(u, most, step))
        .times(size);
  }

  private static Gradients scaled(Gradients updates, Tensor most, StepContext step) {
    Gradients excess = updates.rms().dividedBy(most).maximum(1);
    Gradients weight = step.values(updates).rms().maximum(LEAST_SCALE);
    return updates.times(weight.dividedBy(excess));
  }

  private Tensor direction(
      Parameter parameter, Tensor g, Tensor square, Tensor age, StepContext step) {
    int[] axes = longest(parameter.shape());
    if (axes.length < 2) {
      return g.dividedBy(mean("square/" + parameter.path(), square, age, step).sqrt());
    }
    Tensor rows = mean("rows/" + parameter.path(), square.mean(axes[0]), age, step);
    Tensor columns = mean("columns/" + parameter.path(), square.mean(axes[1]), age, step);
    return g.dividedBy(rows.dividedBy(rows.mean(axes[1])).sqrt()).dividedBy(columns.sqrt());
  }

  private static Tensor mean(String name, Tensor now, Tensor age, StepContext step) {
    Tensor fresh = Mean.time(step).power(age);
    DenseState mean = step.denseState(name, now.graph().constant(0, now.shape()));
    Tensor old = mean.old();
    return mean.set(old.plus(now.minus(old).times(fresh)));
  }

  /** The two longest axes, the longest first, if both are long enough; else none. */
  private int[] longest(Shape shape) {
    int[] axes =
        IntStream.range(0, shape.rank())
            .filter(axis -> shape.dim(axis) >= minDim)
            .boxed()
            .sorted((a, b) -> Integer.compare(shape.dim(b), shape.dim(a)))
            .limit(2)
            .mapToInt(axis -> axis)
            .toArray();
    return axes.length < 2 ? new int[0] : axes;
  }
}
