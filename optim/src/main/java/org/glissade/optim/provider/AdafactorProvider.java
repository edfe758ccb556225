package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.optimizer.Adafactor;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link Adafactor}. */
public final class AdafactorProvider extends Offer {
  private static final Setting<CallText> DECAY =
      Scheduled.fixed(
          "decay",
          Range.above(0),
          Adafactor.DECAY,
          "How fast the decay of the means nears 1; it is 1 - t^-decay.");
  private static final Setting<CallText> CLIP =
      Scheduled.fixed(
          "clip", Range.above(0), Adafactor.CLIP, "The largest RMS of u that passes unchanged.");
  private static final Setting<Integer> MIN_DIM =
      Setting.integer(
              "min-dim", Range.atLeast(1), "The least length of two axes that are factored.")
          .orElse(Adafactor.MIN_DIM);
  private static final Setting<CallText> EPS =
      Scheduled.fixed("eps", Range.above(0), Adafactor.EPS, "Added to g².");
  private static final Setting<Boolean> RELATIVE =
      Setting.flag("relative", "Whether the rate is at most 1/√t.").orElse(false);

  /** Made by the service loader. */
  public AdafactorProvider() {
    super(
        Adafactor.NAME,
        "g/√v, v from row and column means of g²; clipped, times RMS(p)",
        Set.of(Trait.NEEDS_VALUES, Trait.STATEFUL),
        Rates.RATE,
        DECAY,
        CLIP,
        MIN_DIM,
        EPS,
        RELATIVE);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new Adafactor(
        Rates.of(settings),
        Scheduled.of(DECAY, settings),
        Scheduled.of(CLIP, settings),
        settings.get(MIN_DIM),
        Scheduled.of(EPS, settings),
        settings.get(RELATIVE));
  }
}
