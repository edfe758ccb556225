package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.optimizer.RmsProp;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link RmsProp}. */
public final class RmsPropProvider extends Offer {
  private static final Setting<CallText> DECAY =
      Scheduled.fixed("decay", Range.closedOpen(0, 1), RmsProp.DECAY, "Decay of the means.");
  private static final Setting<CallText> EPS =
      Scheduled.fixed("eps", Range.above(0), RmsProp.EPS, "Added to the root.");
  private static final Setting<CallText> MOMENTUM =
      Scheduled.fixed(
          "momentum",
          Range.closedOpen(0, 1),
          RmsProp.MOMENTUM,
          "Decay of the momentum; 0 for none.");
  private static final Setting<Boolean> CENTERED =
      Setting.flag("centered", "Whether the mean of g is taken off.").orElse(false);
  private static final Setting<RmsProp.Dialect> DIALECT =
      Setting.choice("dialect", RmsProp.Dialect.class, "Whose numbers.")
          .orElse(RmsProp.Dialect.OPTAX);

  /** Made by the service loader. */
  public RmsPropProvider() {
    super(
        RmsProp.NAME,
        "rate·g/√(v + eps), v being the running mean of g²; momentum if given",
        Set.of(Trait.ELEMENT_WISE, Trait.STATEFUL),
        Rates.RATE,
        DECAY,
        EPS,
        MOMENTUM,
        CENTERED,
        DIALECT);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new RmsProp(
        Rates.of(settings),
        Scheduled.of(DECAY, settings),
        Scheduled.of(EPS, settings),
        Scheduled.of(MOMENTUM, settings),
        settings.get(CENTERED),
        settings.get(DIALECT));
  }
}
