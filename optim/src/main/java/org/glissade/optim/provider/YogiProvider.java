package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.optimizer.Yogi;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.transform.GradientTransform;

/** Offers {@link Yogi}. */
public final class YogiProvider extends Offer {
  private static final MomentSettings MOMENTS = MomentSettings.of(Yogi.USUAL);
  private static final Setting<Double> INITIAL =
      Setting.number("initial", Range.atLeast(0), "What m and v begin with.").orElse(Yogi.INITIAL);

  /** Made by the service loader. */
  public YogiProvider() {
    super(
        Yogi.NAME,
        "Adam whose v changes by no more than (1 - b2)·g² in a step",
        Set.of(Trait.ELEMENT_WISE, Trait.STATEFUL),
        Rates.RATE,
        MOMENTS.b1(),
        MOMENTS.b2(),
        MOMENTS.eps(),
        INITIAL);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new Yogi(Rates.of(settings), MOMENTS.of(settings), settings.get(INITIAL));
  }
}
