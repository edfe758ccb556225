package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.clip.AdaGc;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.transform.GradientTransform;

/** Offers {@link AdaGc}. */
public final class AdaGcProvider extends Offer {
  private static final Setting<Double> RELATIVE =
      Setting.number("relative", Range.above(0), "The largest norm that passes, in running means.")
          .orElse(AdaGc.RELATIVE);
  private static final Setting<Double> ABSOLUTE =
      Setting.number("absolute", Range.above(0), "The bound of the norm of all while warming up.")
          .orElse(AdaGc.ABSOLUTE);
  private static final Setting<Double> DECAY =
      Setting.number("decay", Range.closedOpen(0, 1), "What the running mean keeps in each step.")
          .orElse(AdaGc.DECAY);
  private static final Setting<Integer> WARMUP =
      Setting.integer("warmup", Range.atLeast(1), "How many steps warm up.").orElse(AdaGc.WARMUP);

  /** Made by the service loader. */
  public AdaGcProvider() {
    super(
        AdaGc.NAME,
        "clips each parameter to the running mean of its norms",
        Set.of(Trait.ZERO_PRESERVING, Trait.STATEFUL),
        RELATIVE,
        ABSOLUTE,
        DECAY,
        WARMUP);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new AdaGc(
        settings.get(RELATIVE), settings.get(ABSOLUTE), settings.get(DECAY), settings.get(WARMUP));
  }
}
