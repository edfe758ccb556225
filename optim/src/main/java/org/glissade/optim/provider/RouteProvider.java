package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.Route;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.ChainText;
import org.glissade.transform.ChainReader;
import org.glissade.transform.GradientTransform;

/** Offers {@link Route}. */
public final class RouteProvider extends Offer {
  private static final Setting<ChainText> THEN =
      Setting.chain("then", "The chain for the selected parameters.");
  private static final Setting<ChainText> ELSE =
      Setting.chain("else", "The chain for the rest; an error if missing and there is a rest.")
          .optional();

  /** Made by the service loader. */
  public RouteProvider() {
    super(
        Route.NAME,
        "one chain for the parameters of a kind or name, another for the rest",
        Set.of(Trait.STATEFUL, Trait.NEEDS_VALUES, Trait.NEEDS_LOSS),
        THEN,
        ELSE,
        Selections.KIND,
        Selections.NAME);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return create(settings, ChainReader.load());
  }

  @Override
  public GradientTransform create(Settings settings, ChainReader chains) {
    return new Route(
        Selections.some(settings),
        chains.read(settings.get(THEN)),
        settings.find(ELSE).map(chains::read).orElse(null));
  }
}
