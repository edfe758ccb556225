package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.constraint.Simplex;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link Simplex}. */
public final class SimplexProvider extends Offer {
  private static final Setting<CallText> SUM =
      Scheduled.number(
          Simplex.SUM, Range.above(0), 1, "What the elements of each group add up to.");

  /** Made by the service loader. */
  public SimplexProvider() {
    super(
        Simplex.NAME,
        "an update that leaves weights at least 0 with a given sum; last in its chain",
        Set.of(Trait.NEEDS_VALUES),
        Norms.GROUPS,
        SUM,
        Selections.KIND,
        Selections.NAME);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new Simplex(
        Scheduled.of(SUM, settings), settings.get(Norms.GROUPS), Selections.of(settings));
  }
}
