package org.glissade.optim.schedule;

import java.util.List;
import org.glissade.optim.provider.Schedules;
import org.glissade.spi.Provider;

/** The schedules that a text can name, with their settings. */
public final class NamedSchedules {
  private NamedSchedules() {}

  /** What they declare, for a list. */
  public static List<Provider> declared() {
    return Schedules.declared();
  }
}
