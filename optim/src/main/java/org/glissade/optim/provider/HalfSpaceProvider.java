package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.constraint.HalfSpace;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link HalfSpace}. */
public final class HalfSpaceProvider extends Offer {
  private static final Setting<CallText> BOUND =
      Scheduled.number(HalfSpace.BOUND, Range.any(), "The largest sum.");

  /** Made by the service loader. */
  public HalfSpaceProvider() {
    super(
        HalfSpace.NAME,
        "an update that leaves no sum of weights above bound; last in its chain",
        Set.of(Trait.NEEDS_VALUES),
        BOUND,
        Norms.GROUPS,
        Selections.KIND,
        Selections.NAME);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new HalfSpace(
        Scheduled.of(BOUND, settings), settings.get(Norms.GROUPS), Selections.of(settings));
  }
}
