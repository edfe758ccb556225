package org.glissade.testkit;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Spi;
import org.glissade.spi.Trait;
import org.glissade.transform.GradientTransform;
import org.glissade.transform.GradientTransformProvider;

/** A provider of a transform that a test makes up. */
public record Toy(
    Set<Trait> traits, List<Setting<?>> settings, Function<Settings, GradientTransform> maker)
    implements GradientTransformProvider {
  /** A transform without settings. */
  public static Toy of(GradientTransform transform, Trait... traits) {
    return new Toy(Set.of(traits), List.of(), settings -> transform);
  }

  @Override
  public String name() {
    return "acme:toy";
  }

  @Override
  public int spiVersion() {
    return Spi.VERSION;
  }

  @Override
  public String summary() {
    return "something to try the kit on";
  }

  @Override
  public GradientTransform create(Settings settings) {
    return maker.apply(settings);
  }

  /** What the kit says of it. */
  Outcome outcome(String... examples) {
    return Outcome.of(GradientTransformContract.of(this, examples).tests());
  }
}
