package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.ChainText;
import org.glissade.transform.Chain;
import org.glissade.transform.ChainReader;
import org.glissade.transform.GradientTransform;

/** Offers {@link Chain} where one link is expected, such as in a partition. */
public final class ChainProvider extends Offer {
  private static final Setting<ChainText> LINKS = Setting.chain("links", "The links.");

  /** Made by the service loader. */
  public ChainProvider() {
    super(
        "chain",
        "several links as one, under one name",
        Set.of(Trait.STATEFUL, Trait.NEEDS_VALUES, Trait.NEEDS_LOSS),
        LINKS);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return create(settings, ChainReader.load());
  }

  @Override
  public GradientTransform create(Settings settings, ChainReader chains) {
    return chains.read(settings.get(LINKS));
  }
}
