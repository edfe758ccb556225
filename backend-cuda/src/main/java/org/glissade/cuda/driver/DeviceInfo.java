package org.glissade.cuda.driver;

import java.util.Locale;

/**
 * A device.
 *
 * @param name as its maker calls it
 * @param architecture ten times the compute capability, such as 90
 * @param processors its streaming multiprocessors
 * @param memory bytes of its memory
 */
public record DeviceInfo(String name, int architecture, int processors, long memory) {
  /** For people: {@code NVIDIA H200, sm_90, 132 processors, 139.8 GiB}. */
  public String describe() {
    return String.format(
        Locale.ROOT,
        "%s, sm_%d, %d processors, %.1f GiB",
        name,
        architecture,
        processors,
        memory / (double) (1L << 30));
  }
}
