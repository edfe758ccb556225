package org.glissade.optim.clip;

import java.util.List;
import org.glissade.optim.ClipByNorm;
import org.glissade.optim.Require;
import org.glissade.optim.Schedule;
import org.glissade.spi.Range;
import org.glissade.tensor.Extent;
import org.glissade.transform.Chain;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.Gradients;
import org.glissade.transform.Link;
import org.glissade.transform.StepContext;
import org.glissade.transform.Wrapper;

/**
 * Skips a step in which the norm of all gradients is not below {@code skip}, and else clips it to
 * {@code clip}: {@link SkipAbove}, then {@link ClipByNorm} over all. Source: axlearn's {@code
 * clip_by_global_norm(drop_norm)}.
 *
 * <p>Reports {@code norm}, {@code acted}, 1 in a step that was skipped, and {@code clip/norm} and
 * {@code clip/acted}, those of the clip.
 *
 * @param skip from where on a step is skipped, above clip
 * @param clip the largest norm that passes unchanged, above 0
 */
public record SkipOrClip(Schedule skip, Schedule clip) implements Wrapper {
  /** The name in text. */
  public static final String NAME = "skip-or-clip";

  /** Checks the bounds. */
  public SkipOrClip {
    clip = Require.fading(Range.above(0), NAME + ": clip", clip);
    skip = Require.in(Range.above(0), NAME + ": skip", skip);
    Require.above(NAME, "clip", clip, "skip", skip);
  }

  /** Always the same bounds, each of which is a setting. */
  public SkipOrClip(double skip, double clip) {
    this(Schedule.constant(skip), Schedule.constant(clip));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Gradients around(Gradients gradients, StepContext step, GradientTransform rest) {
    ClipByNorm below = new ClipByNorm(clip, Extent.GLOBAL);
    Chain named = Chain.of(List.of(Link.of("clip", below)));
    return new SkipAbove(skip)
        .around(gradients, step, (g, inner) -> rest.apply(named.apply(g, inner), inner));
  }
}
