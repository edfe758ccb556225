package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.constraint.L1Ball;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link L1Ball}. */
public final class L1BallProvider extends Offer {
  private static final Setting<CallText> RADIUS =
      Scheduled.number(L1Ball.RADIUS, Range.above(0), "The largest Σ|w|.");

  /** Made by the service loader. */
  public L1BallProvider() {
    super(
        L1Ball.NAME,
        "an update that leaves no Σ|w| above radius; last in its chain",
        Set.of(Trait.NEEDS_VALUES),
        RADIUS,
        Norms.GROUPS,
        Selections.KIND,
        Selections.NAME);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new L1Ball(
        Scheduled.of(RADIUS, settings), settings.get(Norms.GROUPS), Selections.of(settings));
  }
}
