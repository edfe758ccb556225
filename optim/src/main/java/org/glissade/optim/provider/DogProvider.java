package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.optimizer.Dog;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.tensor.Extent;
import org.glissade.transform.GradientTransform;

/** Offers {@link Dog}. */
public final class DogProvider extends Offer {
  private static final Setting<Double> INITIAL =
      Setting.number("initial", Range.above(0), "The first distance, over 1 + ‖p₀‖.")
          .orElse(Dog.INITIAL);
  private static final Setting<CallText> EPS =
      Scheduled.fixed("eps", Range.above(0), Dog.EPS, "Added to the root.");
  private static final Setting<Extent> EXTENT =
      Setting.choice("extent", Extent.class, "What norms and distances are taken over.")
          .orElse(Extent.GLOBAL);

  /** Made by the service loader. */
  public DogProvider() {
    super(
        Dog.NAME,
        "rate·g·(longest way from the start)/√(sum of all ‖g‖² + eps)",
        Set.of(Trait.NEEDS_VALUES, Trait.STATEFUL),
        Rates.ONE,
        INITIAL,
        EPS,
        EXTENT);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new Dog(
        Scheduled.of(Rates.ONE, settings),
        settings.get(INITIAL),
        Scheduled.of(EPS, settings),
        settings.get(EXTENT));
  }
}
