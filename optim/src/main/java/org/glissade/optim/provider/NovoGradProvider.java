package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.optimizer.NovoGrad;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link NovoGrad}. */
public final class NovoGradProvider extends Offer {
  private static final MomentSettings MOMENTS =
      MomentSettings.of(
          NovoGrad.USUAL,
          "What is kept of m in each step.",
          "Decay of the mean of ‖g‖².",
          "Added to the root.");
  private static final Setting<CallText> DECAY = Rates.decay(0);

  /** Made by the service loader. */
  public NovoGradProvider() {
    super(
        NovoGrad.NAME,
        "momentum of g/(√n + eps) + decay·p, n a mean of ‖g‖² per parameter",
        Set.of(Trait.NEEDS_VALUES, Trait.STATEFUL),
        Rates.RATE,
        MOMENTS.b1(),
        MOMENTS.b2(),
        MOMENTS.eps(),
        DECAY);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new NovoGrad(Rates.of(settings), MOMENTS.of(settings), Scheduled.of(DECAY, settings));
  }
}
