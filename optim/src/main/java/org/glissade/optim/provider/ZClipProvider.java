package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.clip.ZClip;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.transform.GradientTransform;

/** Offers {@link ZClip}. */
public final class ZClipProvider extends Offer {
  private static final Setting<Double> Z =
      Setting.number("z", Range.above(0), "From how many deviations on a norm is an outlier.")
          .orElse(ZClip.Z);
  private static final Setting<Double> DECAY =
      Setting.number("decay", Range.closedOpen(0, 1), "What mean and variance keep in each step.")
          .orElse(ZClip.DECAY);
  private static final Setting<Integer> WARMUP =
      Setting.integer(
              "warmup", Range.atLeast(1), "How many norms make the first mean and variance.")
          .orElse(ZClip.WARMUP);
  private static final Setting<ZClip.Target> TARGET =
      Setting.choice("target", ZClip.Target.class, "What outliers are clipped to.")
          .orElse(ZClip.Target.ADAPTIVE);
  private static final Setting<Double> FACTOR =
      Setting.number("factor", Range.openClosed(0, 1), "By what an adaptive target is multiplied.")
          .orElse(1.0);
  private static final Setting<Boolean> FORGET =
      Setting.flag("forget", "Whether outliers leave mean and variance alone.").orElse(false);
  private static final Setting<Double> MAX_NORM =
      Setting.number(
              "max-norm", Range.aboveOrInfinite(0), "A bound that always holds; inf for none.")
          .orElse(Double.POSITIVE_INFINITY);

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
        settings.get(Z),
        settings.get(DECAY),
        settings.get(WARMUP),
        settings.get(TARGET),
        settings.get(FACTOR),
        settings.get(FORGET),
        settings.get(MAX_NORM));
  }
}
