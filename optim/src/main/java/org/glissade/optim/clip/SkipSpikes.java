package org.glissade.optim.clip;

import java.util.ArrayList;
import java.util.List;
import org.glissade.optim.Require;
import org.glissade.optim.Schedule;
import org.glissade.spi.Range;
import org.glissade.tensor.Extent;
import org.glissade.tensor.Tensor;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.State;
import org.glissade.transform.StepContext;
import org.glissade.transform.Wrapper;

/**
 * Skips a step whose loss or gradient norm is above centre + sigma·spread of the last ones: it
 * changes nothing but the window, which takes spikes too, so that a lasting rise is soon no spike
 * any more. No step is skipped until {@code warmup} of them were seen. Source: OLMo-core's {@code
 * SkipStepOptimizer}, which watches both by mean and deviation; Axolotl's guard takes the median.
 *
 * <p>Reports {@code acted}, 1 in a step that was skipped, and {@code skipped}, how many there were.
 *
 * @param sigma how many spreads above the centre are no spike, above 0
 * @param watched whose spikes are skipped
 * @param by what centre and spread are
 * @param window how many numbers are kept, 2 to 1000
 * @param warmup after how many of them it begins to skip, 2 to window
 */
public record SkipSpikes(Schedule sigma, Watched watched, By by, int window, int warmup)
    implements Wrapper {
  /** The name in text. */
  public static final String NAME = "skip-spikes";

  /** The usual sigma. */
  public static final double SIGMA = 6;

  /** The usual window. */
  public static final int WINDOW = 128;

  /** The usual warm-up. */
  public static final int WARMUP = 64;

  /** What is looked at. */
  public enum Watched {
    /** The norm of all gradients. */
    NORM,
    /** The loss. */
    LOSS,
    /** Either is enough. */
    BOTH
  }

  /** What centre and spread are. */
  public enum By {
    /** The mean, and the deviation from it with n - 1. */
    MEAN,
    /** The median, and 1.4826 times the median of the distances from it. */
    MEDIAN
  }

  /** Checks the numbers. */
  public SkipSpikes {
    sigma = Require.in(Range.above(0), NAME + ": sigma", sigma);
    Thresholds.window(NAME, window);
    Thresholds.warmup(NAME, warmup, window);
  }

  /** The norm, by the mean. */
  public SkipSpikes(double sigma) {
    this(Schedule.fixed(sigma), Watched.NORM, By.MEAN, WINDOW, WARMUP);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Gradients around(Gradients gradients, StepContext step, GradientTransform rest) {
    Tensor spreads = sigma.in(step, "sigma");
    List<Tensor> calm = new ArrayList<>();
    if (watched != Watched.LOSS) {
      Gradients norm = gradients.within(Extent.GLOBAL, Gradients::norm);
      calm.add(calm("norms", norm, spreads, step));
    }
    if (watched != Watched.NORM) {
      calm.add(calm("losses", gradients.scalar(step.loss()), spreads, step));
    }
    Tensor all = calm.stream().reduce(Tensor::times).orElseThrow();
    State skipped = step.state("skipped", all.like(0));
    Gradients now = gradients.scalar(all.negate().plus(1));
    step.report("acted", now);
    step.report("skipped", skipped.set(skipped.old().plus(now)));
    return step.when(all, inner -> rest.apply(gradients, inner));
  }

  /** 1 unless a number is a spike. */
  private Tensor calm(String name, Gradients number, Tensor spreads, StepContext step) {
    Window seen = Window.of(step, name, number, window);
    Sample before = seen.before();
    Gradients limit =
        by == By.MEAN
            ? before.mean().plus(before.deviation().times(spreads))
            : before.median().plus(before.medianDeviation().times(spreads.times(MadClip.NORMAL)));
    Tensor early = before.count().lessThan(before.count().like(warmup));
    return early.maximum(seen.newest().value().atMost(limit.value()));
  }
}
