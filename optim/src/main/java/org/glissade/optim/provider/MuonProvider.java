package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.optimizer.Muon;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link Muon}. */
public final class MuonProvider extends Offer {
  private static final Setting<CallText> MOMENTUM =
      Scheduled.fixed("momentum", Range.closedOpen(0, 1), Muon.MOMENTUM, "Decay of the momentum.");
  private static final Setting<Integer> STEPS =
      Setting.integer("steps", Range.atLeast(1), "How many iterations.").orElse(Muon.STEPS);
  private static final Setting<CallText> EPS =
      Scheduled.fixed(
          "eps", Range.above(0), Muon.EPS, "Added to the norm of the momentum, and in nadam.");
  private static final Setting<CallText> DECAY = Rates.decay(0);
  private static final Setting<Muon.Dialect> DIALECT =
      Setting.choice("dialect", Muon.Dialect.class, "Whose numbers.").orElse(Muon.Dialect.OPTAX);

  /** Made by the service loader. */
  public MuonProvider() {
    super(
        Muon.NAME,
        "momentum of a matrix made orthogonal by Newton-Schulz; others as nadam",
        Set.of(Trait.NEEDS_VALUES, Trait.STATEFUL),
        Rates.RATE,
        MOMENTUM,
        STEPS,
        EPS,
        DECAY,
        DIALECT);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new Muon(
        Rates.of(settings),
        Scheduled.of(MOMENTUM, settings),
        settings.get(STEPS),
        Scheduled.of(EPS, settings),
        Scheduled.of(DECAY, settings),
        settings.get(DIALECT));
  }
}
