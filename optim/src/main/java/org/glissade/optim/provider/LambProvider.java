package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.optimizer.Lamb;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link Lamb}. */
public final class LambProvider extends Offer {
  private static final MomentSettings MOMENTS = MomentSettings.of(Lamb.USUAL);
  private static final Setting<CallText> DECAY = Rates.decay(0);

  /** Made by the service loader. */
  public LambProvider() {
    super(
        Lamb.NAME,
        "rate·u·‖p‖/‖u‖ per parameter, u = m̂/(√v̂ + eps) + decay·p",
        Set.of(Trait.NEEDS_VALUES, Trait.STATEFUL),
        Rates.RATE,
        MOMENTS.b1(),
        MOMENTS.b2(),
        MOMENTS.eps(),
        DECAY);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new Lamb(Rates.of(settings), MOMENTS.of(settings), Scheduled.of(DECAY, settings));
  }
}
