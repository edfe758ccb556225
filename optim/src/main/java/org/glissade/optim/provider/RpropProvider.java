package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.optimizer.Rprop;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link Rprop}. */
public final class RpropProvider extends Offer {
  private static final Setting<Double> RATE =
      Setting.number("rate", Range.above(0), "The first step size.").orElse(Rprop.RATE);
  private static final Setting<CallText> DOWN =
      Scheduled.fixed("down", Range.open(0, 1), Rprop.DOWN, "Factor where the sign turned.");
  private static final Setting<CallText> UP =
      Scheduled.fixed("up", Range.above(1), Rprop.UP, "Factor where the sign stayed.");
  private static final Setting<CallText> LEAST =
      Scheduled.fixed("least", Range.above(0), Rprop.LEAST, "The smallest step size.");
  private static final Setting<CallText> MOST =
      Scheduled.fixed("most", Range.above(0), Rprop.MOST, "The largest step size.");
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
        Scheduled.of(DOWN, settings),
        Scheduled.of(UP, settings),
        Scheduled.of(LEAST, settings),
        Scheduled.of(MOST, settings),
        settings.get(DIALECT));
  }
}
