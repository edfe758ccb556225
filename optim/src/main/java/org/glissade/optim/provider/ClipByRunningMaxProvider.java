package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.clip.ClipByRunningMax;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.transform.GradientTransform;

/** Offers {@link ClipByRunningMax}. */
public final class ClipByRunningMaxProvider extends Offer {
  private static final Setting<Double> DECAY =
      Setting.number("decay", Range.closedOpen(0, 1), "What the running mean keeps in each step.")
          .orElse(ClipByRunningMax.DECAY);

  /** Made by the service loader. */
  public ClipByRunningMaxProvider() {
    super(
        ClipByRunningMax.NAME,
        "scales elements above the running mean of the largest |g| down to it",
        Set.of(Trait.ZERO_PRESERVING, Trait.STATEFUL),
        Norms.GROUPS,
        DECAY);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new ClipByRunningMax(settings.get(DECAY), settings.get(Norms.GROUPS));
  }
}
