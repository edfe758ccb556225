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
  private static final Setting<Double> B1 =
      Setting.number("b1", Range.closedOpen(0, 1), "Decay of the mean of g.").orElse(Yogi.B1);
  private static final Setting<Double> B2 =
      Setting.number("b2", Range.closedOpen(0, 1), "Decay of the mean of g².").orElse(Yogi.B2);
  private static final Setting<Double> EPS =
      Setting.number("eps", Range.above(0), "Added to the root.").orElse(Yogi.EPS);
  private static final Setting<Double> INITIAL =
      Setting.number("initial", Range.atLeast(0), "What m and v begin with.").orElse(Yogi.INITIAL);

  /** Made by the service loader. */
  public YogiProvider() {
    super(
        Yogi.NAME,
        "Adam whose v changes by no more than (1 - b2)·g² in a step",
        Set.of(Trait.ELEMENT_WISE, Trait.STATEFUL),
        Rates.RATE,
        B1,
        B2,
        EPS,
        INITIAL);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new Yogi(
        Rates.of(settings),
        settings.get(B1),
        settings.get(B2),
        settings.get(EPS),
        settings.get(INITIAL));
  }
}
