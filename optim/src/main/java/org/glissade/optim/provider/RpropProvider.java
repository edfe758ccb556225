package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.optimizer.Rprop;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.transform.GradientTransform;

/** Offers {@link Rprop}. */
public final class RpropProvider extends Offer {
  private static final Setting<Double> RATE =
      Setting.number("rate", Range.above(0), "The first step size.").orElse(Rprop.RATE);
  private static final Setting<Double> DOWN =
      Setting.number("down", Range.open(0, 1), "Factor where the sign turned.").orElse(Rprop.DOWN);
  private static final Setting<Double> UP =
      Setting.number("up", Range.above(1), "Factor where the sign stayed.").orElse(Rprop.UP);
  private static final Setting<Double> LEAST =
      Setting.number("least", Range.above(0), "The smallest step size.").orElse(Rprop.LEAST);
  private static final Setting<Double> MOST =
      Setting.number("most", Range.above(0), "The largest step size.").orElse(Rprop.MOST);
  private static final Setting<Rprop.Dialect> DIALECT =
      Setting.choice("dialect", Rprop.Dialect.class, "Whose numbers.").orElse(Rprop.Dialect.TORCH);

  /** Made by the service loader. */
  public RpropProvider() {
    super(
        Rprop.NAME,
        "steps of their own size for each element, by the sign of g alone",
        Set.of(Trait.ELEMENT_WISE, Trait.STATEFUL),
        RATE,
        DOWN,
        UP,
        LEAST,
        MOST,
        DIALECT);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new Rprop(
        settings.get(RATE),
        settings.get(DOWN),
        settings.get(UP),
        settings.get(LEAST),
        settings.get(MOST),
        settings.get(DIALECT));
  }
}
