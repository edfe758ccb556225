package org.glissade.nn.provider;

import org.glissade.layer.Layer;
import org.glissade.nn.Dense;
import org.glissade.nn.InitializerText;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.text.CallText;
import org.glissade.tensor.Initializer;

/** Offers {@link Dense}. */
public final class DenseProvider extends NamedLayerProvider {
  private static final String NONE = "none";

  private static final Setting<Integer> UNITS =
      Setting.integer("units", Range.atLeast(1), "Outputs of one example.");
  private static final Setting<CallText> INIT =
      Setting.call("init", "First values of the weights.").orElse(CallText.of("he"));
  private static final Setting<CallText> BIAS =
      Setting.call("bias", "First values of the biases, or none for no biases.")
          .orElse(CallText.of("zeros"));

  /** Used by the service loader. */
  public DenseProvider() {
    super("dense", "Every output depends on every input: x W + b.", UNITS, INIT, BIAS);
  }

  @Override
  public Layer create(Settings settings) {
    Initializer weights = InitializerText.read(settings.get(INIT));
    return settings.get(BIAS).name().equals(NONE)
        ? Dense.withoutBias(settings.get(UNITS), weights)
        : new Dense(settings.get(UNITS), weights, InitializerText.read(settings.get(BIAS)));
  }
}
