package org.glissade.cuda;

import java.util.EnumSet;
import java.util.Set;
import org.glissade.backend.Backend;
import org.glissade.testkit.BackendContract;
import org.glissade.testkit.Guarantee;

/** The whole backend kit, on the fake device. */
class CudaBackendTest implements BackendContract {
  @Override
  public Backend backend() {
    return FakeCuda.backend();
  }

  @Override
  public Set<Guarantee> guarantees() {
    return EnumSet.allOf(Guarantee.class);
  }
}
