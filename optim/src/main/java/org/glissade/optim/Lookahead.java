package org.glissade.optim;

import org.glissade.spi.Range;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.State;
import org.glissade.transform.StepContext;
import org.glissade.transform.Wrapper;

/**
 * k steps forward, one step back (Zhang et al., arXiv:1907.08610). The rest of the chain moves the
 * parameters; every k updates the slow weights follow, slow ← slow + share·(p - slow), and the
 * parameters begin there again. The model is evaluated with the slow weights. Source: Optax's
 * {@code lookahead}.
 *
 * @param every k, at least 1
 * @param share how far the slow weights follow, in (0, 1]
 * @param reset whether the rest of the chain begins anew there: its states and its count
 */
public record Lookahead(int every, Schedule share, boolean reset) implements Wrapper {
  /** The name in text. */
  public static final String NAME = "lookahead";

  /** The paper's k. */
  public static final int EVERY = 5;

  /** The paper's share. */
  public static final double USUAL = 0.5;

  /** What the share is called as a setting. */
  public static final String SHARE = "share";

  /** Checks the numbers. */
  public Lookahead {
    Require.in(Range.atLeast(1), NAME + ": every", every);
    share = Require.in(Range.openClosed(0, 1), NAME + ": " + SHARE, share);
  }

  /** Always the same share, which is a setting; the rest goes on. */
  public Lookahead(int every, double share) {
    this(every, Schedule.constant(share), false);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Gradients around(Gradients gradients, StepContext step, GradientTransform rest) {
    Gradients due = Periods.due(gradients, step, every);
    Gradients updates =
        reset
            ? step.restarting(due.value(), inner -> rest.apply(gradients, inner))
            : rest.apply(gradients, step);
    Gradients values = step.values(gradients);
    State slow = step.state("slow", values);
    Gradients before = Periods.begun(slow, values, step);
    Gradients ahead = values.minus(updates).minus(before);
    Gradients moved = before.plus(ahead.times(share.in(step, SHARE)));
    slow.set(due.select(moved, before));
    step.evaluation(before);
    return due.select(values.minus(moved), updates);
  }
}
