package org.glissade.examples.custom;

import java.util.List;
import java.util.Set;
import org.glissade.spi.Range;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Spi;
import org.glissade.spi.Trait;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.GradientTransformProvider;

/** Offers {@link MedianClip} as {@code acme:median-clip}. */
public final class MedianClipProvider implements GradientTransformProvider {
  private static final Setting<Double> FACTOR =
      Setting.number("factor", Range.above(0), "How many medians an element may be long.");

  @Override
  public String name() {
    return "acme:median-clip";
  }

  @Override
  public int spiVersion() {
    return Spi.VERSION;
  }

  @Override
  public String summary() {
    return "cuts each element at factor times the median size of its parameter's";
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(FACTOR);
  }

  @Override
  public Set<Trait> traits() {
    return Set.of(Trait.SCALE_EQUIVARIANT, Trait.ZERO_PRESERVING, Trait.SHORTENING);
  }

  @Override
  public GradientTransform create(Settings settings) {
    return new MedianClip(settings.get(FACTOR));
  }
}
