package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.Mask;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.ChainText;
import org.glissade.transform.ChainReader;
import org.glissade.transform.GradientTransform;

/** Offers {@link Mask}. */
public final class MaskProvider extends Offer {
  private static final Setting<ChainText> THEN =
      Setting.chain("then", "The chain for the selected parameters.");

  /** Made by the service loader. */
  public MaskProvider() {
    super(
        Mask.NAME,
        "a chain for the parameters of a kind or name; the others pass unchanged",
        Set.of(Trait.STATEFUL, Trait.NEEDS_VALUES, Trait.NEEDS_LOSS),
        THEN,
        Selections.KIND,
        Selections.NAME);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return create(settings, ChainReader.load());
  }

  @Override
  public GradientTransform create(Settings settings, ChainReader chains) {
    return new Mask(Selections.some(settings), chains.read(settings.get(THEN)));
  }
}
