package org.glissade.examples.custom;

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

/** Offers {@link SoftClip} as {@code acme:soft-clip}. */
public final class SoftClipProvider implements GradientTransformProvider {
  private static final Setting<Double> GAMMA =
      Setting.number("gamma", Range.above(0), "What no norm exceeds.");
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
    return "g·gamma/(‖g‖ + gamma): shortens long gradients smoothly";
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(GAMMA, EXTENT);
  }

  @Override
  public Set<Trait> traits() {
    return Set.of(Trait.ZERO_PRESERVING, Trait.DIRECTION_KEEPING, Trait.SHORTENING);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new SoftClip(settings.get(GAMMA), settings.get(EXTENT));
  }
}
