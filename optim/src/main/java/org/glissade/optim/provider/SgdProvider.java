package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.Momentum;
import org.glissade.optim.Schedule;
import org.glissade.optim.Sgd;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link Sgd}. */
public final class SgdProvider extends Offer {
  private static final Setting<CallText> MOMENTUM =
      Scheduled.number("momentum", Range.closedOpen(0, 1), 0, "Decay of the momentum; 0 for none.");
  private static final Setting<Boolean> NESTEROV =
      Setting.flag("nesterov", "Whether the momentum is Nesterov's.").orElse(false);

  /** Made by the service loader. */
  public SgdProvider() {
    super(
        Sgd.NAME,
        "rate·g, or rate·trace with a momentum",
        Set.of(Trait.ELEMENT_WISE, Trait.STATEFUL),
        Rates.RATE,
        MOMENTUM,
        NESTEROV,
        MomentumProvider.DAMPENING);
  }

  @Override
  public GradientTransform create(Settings settings) {
    Schedule momentum = Scheduled.of(MOMENTUM, settings);
    boolean nesterov = settings.get(NESTEROV);
    if (nesterov && momentum.isZero()) {
      throw settings.refuse(NESTEROV.name(), "false without a momentum such as momentum=0.9");
    }
    Schedule dampening = Scheduled.of(MomentumProvider.DAMPENING, settings);
    boolean damps = !dampening.isZero();
    if (damps && (nesterov || momentum.isZero())) {
      throw settings.refuse(Momentum.DAMPENING, "0 without a momentum that is not Nesterov's");
    }
    return new Sgd(Rates.of(settings), momentum, nesterov, dampening);
  }
}
