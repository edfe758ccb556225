package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.clip.AdaGc;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link AdaGc}. */
public final class AdaGcProvider extends Offer {
  private static final Setting<CallText> RELATIVE =
      Scheduled.fixed(
          "relative",
          Range.above(0),
          AdaGc.RELATIVE,
          "The largest norm that passes, in running means.");
  private static final Setting<CallText> ABSOLUTE =
      Scheduled.fixed(
          "absolute",
          Range.above(0),
          AdaGc.ABSOLUTE,
          "The bound of the norm of all while warming up.");
  private static final Setting<CallText> DECAY =
      Scheduled.fixed(
          "decay",
          Range.closedOpen(0, 1),
          AdaGc.DECAY,
          "What the running mean keeps in each step.");
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
        Scheduled.of(RELATIVE, settings),
        Scheduled.of(ABSOLUTE, settings),
        Scheduled.of(DECAY, settings),
        settings.get(WARMUP));
  }
}
