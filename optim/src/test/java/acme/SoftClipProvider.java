package acme;

import java.util.List;
import java.util.Set;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Spi;
import org.glissade.spi.Trait;
import org.glissade.tensor.Extent;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.GradientTransformProvider;

/** Offers {@link SoftClip}. */
public final class SoftClipProvider implements GradientTransformProvider {
  private static final Setting<Double> BOUND =
      Setting.number("bound", Range.above(0), "What every norm stays below.");
  private static final Setting<Extent> EXTENT =
      Setting.choice("extent", Extent.class, "What each norm is taken over.");

  @Override
  public String name() {
    return "acme:soft-clip";
  }

  @Override
  public int spiVersion() {
    return Spi.VERSION;
  }

  @Override
  public String summary() {
    return "bound·g/(‖g‖ + bound): shortens smoothly";
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(BOUND, EXTENT);
  }

  @Override
  public Set<Trait> traits() {
    return Set.of(Trait.ZERO_PRESERVING, Trait.DIRECTION_KEEPING, Trait.SHORTENING);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new SoftClip(settings.get(BOUND), settings.get(EXTENT));
  }
}
