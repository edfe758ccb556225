package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.WeightDecay;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link WeightDecay}. */
public final class WeightDecayProvider extends Offer {
  private static final Setting<CallText> DECAY =
      Scheduled.number("decay", Range.above(0), "How much of each parameter is added.");

  /** Made by the service loader. */
  public WeightDecayProvider() {
    super(
        WeightDecay.NAME,
        "u + decay·p for the selected parameters, all unless kind or name is given",
        Set.of(Trait.ELEMENT_WISE, Trait.NEEDS_VALUES),
        DECAY,
        Selections.KIND,
        Selections.NAME);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new WeightDecay(Scheduled.of(DECAY, settings), Selections.of(settings));
  }
}
