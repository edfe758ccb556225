package org.glissade.optim.clip;

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
 * Clips each group of the extent where its norm n is an outlier: where (n - μ)/(σ + 10⁻⁶) is above
 * z. μ and σ² are the mean and variance of the first {@code warmup} norms, then running means of
 * the norms after clipping; σ² takes the distance from the new μ. What an outlier is clipped to
 * {@link Target} says. Source: ZClip (Kumar et al., arXiv:2504.02507) and its authors' code, whose
 * docstring has the factor elsewhere.
 *
 * <p>Reports {@code norm}, the norm before clipping, and {@code acted}, 1 where it was shortened,
 * per group.
 *
 * @param extent what each norm is taken over; global in the paper, and not element
 * @param z from where on a norm is an outlier, above 0
 * @param decay what μ and σ² keep in each step, at least 0 and below 1
 * @param warmup how many norms make the first μ and σ², at least 1
 * @param target what outliers are clipped to
 * @param factor by what the target {@link Target#ADAPTIVE} is multiplied, above 0 and at most 1
 * @param forget whether outliers change μ and σ² not at all
 * @param maxNorm a bound that always holds, also while warming up; infinite for none
 */
public record ZClip(
    Extent extent,
    Schedule z,
    Schedule decay,
    int warmup,
    Target target,
    Schedule factor,
    boolean forget,
    Schedule maxNorm)
    implements GradientTransform {
  /** The name in text. */
  public static final String NAME = "z-clip";

  /** The usual z. */
  public static final double Z = 2.5;

  /** The usual decay. */
  public static final double DECAY = 0.97;

  /** The usual warm-up. */
  public static final int WARMUP = 25;

  private static final double EPS = 1e-6;

  /** What an outlier is clipped to. */
  public enum Target {
    /** factor·(μ + z²·σ²/(n - μ)): the further out, the nearer to μ. */
    ADAPTIVE,
    /** μ. */
    MEAN,
    /** μ + z·σ, above which everything is an outlier: the authors' mode {@code percentile}. */
    LIMIT
  }

  /** Checks the numbers. */
  public ZClip {
    Thresholds.groups(NAME, extent);
    z = Require.in(Range.above(0), NAME + ": z", z);
    decay = Require.in(Range.closedOpen(0, 1), NAME + ": decay", decay);
    Require.in(Range.atLeast(1), NAME + ": warmup", warmup);
    factor = Require.in(Range.openClosed(0, 1), NAME + ": factor", factor);
    maxNorm = Require.in(Range.aboveOrInfinite(0), NAME + ": max-norm", maxNorm);
  }

  /** As in the paper, with no other bound. */
  public ZClip(Extent extent) {
    this(
        extent,
        Schedule.fixed(Z),
        Schedule.fixed(DECAY),
        WARMUP,
        Target.ADAPTIVE,
        Schedule.fixed(1),
        false,
        Schedule.fixed(Double.POSITIVE_INFINITY));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Gradients apply(Gradients gradients, StepContext step) {
    return gradients.within(extent, g -> clip(g, step));
  }

  private Gradients clip(Gradients gradients, StepContext step) {
    Gradients norm = gradients.norm();
    State mean = step.state("mean", gradients.zeros().norm());
    State variance = step.state("variance", gradients.zeros().norm());
    Tensor count = step.count();
    Gradients early = gradients.scalar(count.lessThan(count.like(warmup)));
    Gradients limit = limit(norm, mean.old(), variance.old().sqrt(), step);
    Gradients taken = norm.minimum(early.select(norm, limit));
    Gradients outlier = taken.lessThan(norm);

    Gradients away = norm.minus(mean.old());
    Gradients share = gradients.scalar(count.like(1).dividedBy(count.plus(1)));
    Gradients firstMean = mean.old().plus(away.times(share));
    Gradients spread = away.times(norm.minus(firstMean)).minus(variance.old());
    Gradients firstVariance = variance.old().plus(spread.times(share));
    Tensor keeps = decay.in(step, "decay");
    Gradients nextMean = Moments.mix(keeps, mean.old(), taken);
    Gradients nextVariance = Moments.mix(keeps, variance.old(), taken.minus(nextMean).square());
    mean.set(early.select(firstMean, kept(outlier, mean.old(), nextMean)));
    variance.set(early.select(firstVariance, kept(outlier, variance.old(), nextVariance)));

    Gradients bound = taken.minimum(maxNorm.in(step, "max-norm"));
    return Shorten.toBound(gradients, norm, bound, step);
  }

  /** What a norm is clipped to; the norm itself where it is no outlier. */
  private Gradients limit(Gradients norm, Gradients mean, Gradients deviation, StepContext step) {
    Tensor most = z.in(step, "z");
    Gradients limit = mean.plus(deviation.times(most));
    if (target == Target.LIMIT) {
      return limit;
    }
    Gradients score = norm.minus(mean).dividedBy(deviation.plus(EPS));
    Gradients outlier = score.scalar(most).lessThan(score);
    Gradients nearer = deviation.times(most.square()).dividedBy(score);
    return outlier.select(
        target == Target.MEAN ? mean : mean.plus(nearer).times(factor.in(step, "factor")), norm);
  }

  private Gradients kept(Gradients outlier, Gradients old, Gradients next) {
    return forget ? outlier.select(old, next) : next;
  }
}
