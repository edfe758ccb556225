package org.glissade.optim.provider;

import java.util.Set;
import org.glissade.optim.Selection;
import org.glissade.optim.clip.AdaptiveClip;
import org.glissade.optim.schedule.Scheduled;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Trait;
import org.glissade.spi.text.CallText;
import org.glissade.transform.GradientTransform;

/** Offers {@link AdaptiveClip}. */
public final class AdaptiveClipProvider extends Offer {
  private static final Setting<CallText> RATIO =
      Scheduled.number(
          AdaptiveClip.RATIO, Range.above(0), "The largest ‖g‖/‖p‖ that passes unchanged.");
  private static final Setting<CallText> FLOOR =
      Scheduled.fixed(
          "floor", Range.above(0), AdaptiveClip.FLOOR, "The least ‖p‖ that is reckoned with.");
  private static final Setting<String> EXCEPT =
      Setting.text(
              "except", "Paths that pass unchanged: * within a layer's name, ** across, ? for one.")
          .optional();

  /** Made by the service loader. */
  public AdaptiveClipProvider() {
    super(
        AdaptiveClip.NAME,
        "g·m/max(‖g‖, m) with m = ratio·max(‖p‖, floor): as long as the weights allow",
        Set.of(Trait.ZERO_PRESERVING, Trait.NEEDS_VALUES, Trait.SHORTENING),
        RATIO,
        Norms.EXTENT,
        FLOOR,
        EXCEPT);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new AdaptiveClip(
        Scheduled.of(RATIO, settings),
        settings.get(Norms.EXTENT),
        Scheduled.of(FLOOR, settings),
        settings.find(EXCEPT).map(Selection::name).orElse(null));
  }
}
