package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.optimizer.RmsProp;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.transform.GradientTransform;

/** Offers {@link RmsProp}. */
public final class RmsPropProvider extends Offer {
  private static final Setting<Double> DECAY =
      Setting.number("decay", Range.closedOpen(0, 1), "Decay of the means.").orElse(RmsProp.DECAY);
  private static final Setting<Double> EPS =
      Setting.number("eps", Range.above(0), "Added to the root.").orElse(RmsProp.EPS);
  private static final Setting<Double> MOMENTUM =
      Setting.number("momentum", Range.closedOpen(0, 1), "Decay of the momentum; 0 for none.")
          .orElse(RmsProp.MOMENTUM);
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
        settings.get(DECAY),
        settings.get(EPS),
        settings.get(MOMENTUM),
        settings.get(CENTERED),
        settings.get(DIALECT));
  }
}
