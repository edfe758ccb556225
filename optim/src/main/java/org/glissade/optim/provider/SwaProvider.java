package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.Swa;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.transform.GradientTransform;

/** Offers {@link Swa}. */
public final class SwaProvider extends Offer {
  private static final Setting<Integer> BEGIN =
      Setting.integer("begin", Range.atLeast(1), "After how many updates the first are taken.");
  private static final Setting<Integer> EVERY =
      Setting.integer("every", Range.atLeast(1), "After how many more the next are.").orElse(1);

  /** Made by the service loader. */
  public SwaProvider() {
    super(
        Swa.NAME,
        "evaluates with the mean of the parameters of some updates",
        Set.of(Trait.WRAPPER, Trait.STATEFUL),
        BEGIN,
        EVERY);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new Swa(settings.get(BEGIN), settings.get(EVERY));
  }
}
