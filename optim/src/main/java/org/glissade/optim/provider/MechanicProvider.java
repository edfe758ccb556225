package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.optimizer.Mechanic;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link Mechanic}. */
public final class MechanicProvider extends Offer {
  private static final Setting<Double> INITIAL =
      Setting.number("initial", Range.above(0), "The first size of each bet.")
          .orElse(Mechanic.INITIAL);
  private static final Setting<CallText> DECAY =
      Scheduled.fixed(
          "decay",
          Range.atLeast(0),
          Mechanic.DECAY,
          "How much of each parameter joins the gradient, in parts of its norm.");
  private static final Setting<CallText> EPS =
      Scheduled.fixed("eps", Range.above(0), Mechanic.EPS, "Added to roots and norms.");
  private static final Setting<Integer> BETAS =
      Setting.integer("betas", Range.atLeast(1), "How many bets; number i remembers 10^i steps.")
          .orElse(Mechanic.BETAS);

  /** Made by the service loader. */
  public MechanicProvider() {
    super(
        Mechanic.NAME,
        "finds the size of what the rest of the chain does",
        Set.of(Trait.NEEDS_VALUES, Trait.STATEFUL, Trait.WRAPPER),
        INITIAL,
        DECAY,
        EPS,
        BETAS);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new Mechanic(
        settings.get(INITIAL),
        Scheduled.of(DECAY, settings),
        Scheduled.of(EPS, settings),
        settings.get(BETAS));
  }
}
