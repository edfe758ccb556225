package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.clip.ZClip;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link ZClip}. */
public final class ZClipProvider extends Offer {
  private static final Setting<CallText> Z =
      Scheduled.fixed(
          "z", Range.above(0), ZClip.Z, "From how many deviations on a norm is an outlier.");
  private static final Setting<CallText> DECAY =
      Scheduled.fixed(
          "decay",
          Range.closedOpen(0, 1),
          ZClip.DECAY,
          "What mean and variance keep in each step.");
  private static final Setting<Integer> WARMUP =
      Setting.integer(
              "warmup", Range.atLeast(1), "How many norms make the first mean and variance.")
          .orElse(ZClip.WARMUP);
  private static final Setting<ZClip.Target> TARGET =
      Setting.choice("target", ZClip.Target.class, "What outliers are clipped to.")
          .orElse(ZClip.Target.ADAPTIVE);
  private static final Setting<CallText> FACTOR =
      Scheduled.fixed(
          "factor", Range.openClosed(0, 1), 1, "By what an adaptive target is multiplied.");
  private static final Setting<Boolean> FORGET =
      Setting.flag("forget", "Whether outliers leave mean and variance alone.").orElse(false);
  private static final Setting<CallText> MAX_NORM =
      Scheduled.fixed(
          "max-norm",
          Range.aboveOrInfinite(0),
          Double.POSITIVE_INFINITY,
          "A bound that always holds; inf for none.");

  /** Made by the service loader. */
  public ZClipProvider() {
    super(
        ZClip.NAME,
        "clips norms that are outliers among the running mean and variance of norms",
        Set.of(Trait.ZERO_PRESERVING, Trait.STATEFUL),
        Norms.GROUPS,
        Z,
        DECAY,
        WARMUP,
        TARGET,
        FACTOR,
        FORGET,
        MAX_NORM);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new ZClip(
        settings.get(Norms.GROUPS),
        Scheduled.of(Z, settings),
        Scheduled.of(DECAY, settings),
        settings.get(WARMUP),
        settings.get(TARGET),
        Scheduled.of(FACTOR, settings),
        settings.get(FORGET),
        Scheduled.of(MAX_NORM, settings));
  }
}
