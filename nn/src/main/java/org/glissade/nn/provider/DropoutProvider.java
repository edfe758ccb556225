package org.glissade.nn.provider;

import org.glissade.layer.Layer;
import org.glissade.nn.Dropout;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;

/** Offers {@link Dropout}. */
public final class DropoutProvider extends NamedLayerProvider {
  private static final Setting<Double> RATE =
      Setting.number("rate", Range.closedOpen(0, 1), "Share of the values that become 0.")
          .orElse(0.5);

  /** Used by the service loader. */
  public DropoutProvider() {
    super("dropout", "In training, random values become 0 and the others grow to match.", RATE);
  }

  @Override
  public Layer create(Settings settings) {
    return new Dropout(settings.get(RATE));
  }
}
