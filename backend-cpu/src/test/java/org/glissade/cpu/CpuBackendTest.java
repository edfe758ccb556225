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

  /** That nothing is allocated is checked by the update stage over 300 tensors, in the examples. */
  @Override
  public Set<Guarantee> guarantees() {
    return EnumSet.allOf(Guarantee.class);
  }
}
