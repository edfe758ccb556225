package org.glissade.spi;

import java.util.List;

/**
 * A named factory that {@link java.util.ServiceLoader} finds. A provider is thin and inert: its
 * class mentions no optional library, and its constructor does nothing; heavy classes are touched
 * only when it makes something.
 */
public interface Provider {
  /**
   * The name by which people ask for it: lower-case words joined by hyphens, as {@code
   * clip-by-norm}. One that is not part of Glissade says whose it is: {@code acme:soft-clip}.
   */
  String name();

  /** The version it was compiled against; implement it as {@code return Spi.VERSION;}. */
  int spiVersion();

  /** One line that says what it makes. */
  String summary();

  /** The settings that it takes, in the order in which positional arguments fill them. */
  default List<Setting<?>> settings() {
    return List.of();
  }
}
