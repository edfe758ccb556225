package org.glissade.optim.provider;

import java.util.List;
import java.util.Set;
import org.glissade.spi.Setting;
import org.glissade.spi.Spi;
import org.glissade.spi.Trait;
import org.glissade.transform.GradientTransformProvider;

/** What a provider of this module declares. */
abstract class Offer implements GradientTransformProvider {
  private final String name;
  private final String summary;
  private final Set<Trait> traits;
  private final List<Setting<?>> settings;

  Offer(String name, String summary, Set<Trait> traits, Setting<?>... settings) {
    this.name = name;
    this.summary = summary;
    this.traits = traits;
    this.settings = List.of(settings);
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final int spiVersion() {
    return Spi.VERSION;
  }

  @Override
  public final String summary() {
    return summary;
  }

  @Override
  public final Set<Trait> traits() {
    return traits;
  }

  @Override
  public final List<Setting<?>> settings() {
    return settings;
  }
}
