package org.glissade.spi;

import org.glissade.spi.text.LocatedException;
import org.glissade.spi.text.Position;

/** A setting that is missing, unknown or out of range; the message says what is taken. */
public final class SettingException extends LocatedException {
  private static final long serialVersionUID = 1L;

  SettingException(Position position, String provider, String reason) {
    super(position, provider + ": " + reason);
  }
}
