package org.glissade.nn.provider;

import org.glissade.layer.Layer;
import org.glissade.nn.LeakyRelu;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;

/** Offers {@link LeakyRelu}. */
public final class LeakyReluProvider extends NamedLayerProvider {
  private static final Setting<Double> SLOPE =
      Setting.number("slope", Range.atLeast(0), "Slope of the part below 0.")
          .orElse(LeakyRelu.USUAL_SLOPE);

  /** Used by the service loader. */
  public LeakyReluProvider() {
    super("leaky-relu", "x above 0, slope times x below.", SLOPE);
  }

  @Override
  public Layer create(Settings settings) {
    return new LeakyRelu(settings.get(SLOPE));
  }
}
