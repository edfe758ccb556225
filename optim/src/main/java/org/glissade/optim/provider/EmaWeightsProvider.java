package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.EmaWeights;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link EmaWeights}. */
public final class EmaWeightsProvider extends Offer {
  private static final Setting<CallText> DECAY =
      Scheduled.number(
          EmaWeights.DECAY,
          Range.closedOpen(0, 1),
          EmaWeights.USUAL,
          "What is kept of the average in each update.");
  private static final Setting<Integer> OVERWRITE =
      Setting.integer(
              "overwrite",
              Range.atLeast(0),
              "After so many updates the parameters become the average; 0 for never.")
          .orElse(0);

  /** Made by the service loader. */
  public EmaWeightsProvider() {
    super(
        EmaWeights.NAME,
        "evaluates with average = decay·average + (1 - decay)·parameters",
        Set.of(Trait.WRAPPER, Trait.STATEFUL, Trait.NEEDS_VALUES),
        DECAY,
        OVERWRITE);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new EmaWeights(Scheduled.of(DECAY, settings), settings.get(OVERWRITE));
  }
}
