package org.glissade.cpu;

import java.util.EnumSet;
import java.util.Set;
import org.glissade.backend.Backend;
import org.glissade.cpu.kernel.Kernels;
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
    return new CpuBackend(Kernels.best());
  }

  /** That nothing is allocated is checked by the update stage over 300 tensors, in the examples. */
  @Override
  public Set<Guarantee> guarantees() {
    // A run allocates nothing once C2 has compiled it, which the tests of 300 tensors and of each
    // kernel
    // show. But on a machine that is busy while it compiles, C2 may leave a few vectors of a loop
    // as
    // objects for good, so the backend promises no more than it can keep anywhere.
    return EnumSet.of(Guarantee.SAME_BITS_FOR_ANY_THREAD_COUNT);
  }
}
