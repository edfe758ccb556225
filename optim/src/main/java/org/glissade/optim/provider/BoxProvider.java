package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.constraint.Box;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link Box}. */
public final class BoxProvider extends Offer {
  private static final Setting<CallText> LOW =
      Scheduled.fixed("low", Range.any(), "The lower bound.");
  private static final Setting<CallText> HIGH =
      Scheduled.fixed("high", Range.any(), "The upper bound.");

  /** Made by the service loader. */
  public BoxProvider() {
    super(
        Box.NAME,
        "an update that leaves selected parameters in [low, high]; last in its chain",
        Set.of(Trait.ELEMENT_WISE, Trait.NEEDS_VALUES),
        LOW,
        HIGH,
        Selections.KIND,
        Selections.NAME);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new Box(
        Scheduled.of(LOW, settings), Scheduled.of(HIGH, settings), Selections.of(settings));
  }
}
