package org.glissade.spi;

/** The version of the provider interfaces. */
public final class Spi {
  /**
   * The version that a provider is compiled against. The compiler copies this constant into the
   * provider's class, so {@code return Spi.VERSION;} keeps telling the truth under a newer
   * Glissade.
   */
  public static final int VERSION = 1;

  private Spi() {}
}
