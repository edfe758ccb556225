package org.glissade.cpu;

import java.util.EnumSet;
import java.util.Set;
import org.glissade.backend.Backend;
import org.glissade.testkit.BackendContract;
import org.glissade.testkit.Guarantee;
import org.junit.jupiter.api.Tag;

/**
 * The whole backend kit, with vectors or, on a JVM started without the module, with plain loops.
 */
@Tag("kernels")
class CpuBackendTest implements BackendContract {
  @Override
  public Backend backend() {
    return new CpuBackend();
  }

  /**
   * Nothing is allocated at the CPU's own width; a narrower one is forced for the sake of its bits.
   */
  @Override
  public Set<Guarantee> guarantees() {
    return System.getProperty("glissade.cpu.width") == null
        ? EnumSet.allOf(Guarantee.class)
        : EnumSet.of(Guarantee.SAME_BITS_FOR_ANY_THREAD_COUNT);
  }
}
