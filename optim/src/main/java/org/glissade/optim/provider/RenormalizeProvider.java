package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.Renormalize;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.tensor.Extent;
import org.glissade.transform.GradientTransform;

/** Offers {@link Renormalize}. */
public final class RenormalizeProvider extends Offer {
  private static final Setting<CallText> ALPHA =
      Scheduled.number("alpha", Range.above(0), "The norm that every result has.");
  private static final Setting<Extent> EXTENT =
      Setting.choice("extent", Extent.class, "What each norm is taken over.");

  /** Made by the service loader. */
  public RenormalizeProvider() {
    super(
        Renormalize.NAME,
        "alpha·g/‖g‖: gives every gradient norm alpha; zero stays zero",
        Set.of(
            Trait.SCALE_INVARIANT,
            Trait.IDEMPOTENT,
            Trait.ZERO_PRESERVING,
            Trait.DIRECTION_KEEPING),
        ALPHA,
        EXTENT);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new Renormalize(Scheduled.of(ALPHA, settings), settings.get(EXTENT));
  }
}
