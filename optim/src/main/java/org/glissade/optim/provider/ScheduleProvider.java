package org.glissade.optim.provider;

import java.util.List;
import java.util.function.Function;
import org.glissade.optim.Schedule;
import org.glissade.spi.Provider;
import org.glissade.spi.Setting;
import org.glissade.spi.Settings;
import org.glissade.spi.Spi;

/** Offers a schedule by name. */
record ScheduleProvider(
    String name, String summary, Function<Settings, Schedule> maker, List<Setting<?>> settings)
    implements Provider {
  ScheduleProvider(
      String name, String summary, Function<Settings, Schedule> maker, Setting<?>... settings) {
    this(name, summary, maker, List.of(settings));
  }

  @Override
  public int spiVersion() {
    return Spi.VERSION;
  }

  Schedule create(Settings bound) {
    return maker.apply(bound);
  }
}
