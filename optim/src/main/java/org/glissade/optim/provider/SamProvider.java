package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.Sam;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.tensor.Extent;
import org.glissade.transform.GradientTransform;

/** Offers {@link Sam}. */
public final class SamProvider extends Offer {
  private static final Setting<CallText> RHO =
      Scheduled.number(Sam.RHO, Range.above(0), "How far away the gradients are taken.");
  private static final Setting<Extent> EXTENT =
      Setting.choice(
          "extent", Extent.class, "What each norm is taken over; the paper's is global.");
  private static final Setting<Boolean> ADAPTIVE =
      Setting.flag("adaptive", "Whether a parameter moves in proportion to itself.").orElse(false);

  /** Made by the service loader. */
  public SamProvider() {
    super(
        Sam.NAME,
        "gradients at p + rho·g/‖g‖, by a second pass: seeks flat minima",
        Set.of(Trait.WRAPPER, Trait.STATEFUL, Trait.NEEDS_VALUES, Trait.NEEDS_LOSS),
        RHO,
        EXTENT,
        ADAPTIVE);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new Sam(Scheduled.of(RHO, settings), settings.get(EXTENT), settings.get(ADAPTIVE));
  }
}
