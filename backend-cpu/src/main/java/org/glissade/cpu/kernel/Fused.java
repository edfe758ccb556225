package org.glissade.cpu.kernel;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/**
 * The multiply-add of the plain loops: fused where the CPU can, because elsewhere it takes 50 µs.
 */
final class Fused {
  private Fused() {}

  /** Whether {@link Math#fma(float, float, float)} is an instruction here. */
  static final boolean AVAILABLE = askTheJvm();

  /** {@code a·b + c}. */
  static float fma(float a, float b, float c) {
    return AVAILABLE ? Math.fma(a, b, c) : a * b + c;
  }

  /** A JVM that does not say counts as having none. */
  private static boolean askTheJvm() {
    try {
      HotSpotDiagnosticMXBean hotSpot =
          ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
      return hotSpot != null && Boolean.parseBoolean(hotSpot.getVMOption("UseFMA").getValue());
    } catch (IllegalArgumentException | LinkageError e) {
      return false;
    }
  }
}
