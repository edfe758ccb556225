package org.glissade.testkit;

import java.util.EnumSet;
import java.util.Set;
import org.glissade.backend.Backend;
import org.glissade.reference.PlanBackend;

/** Every case of the kit, planned, against the same case interpreted; with and without fusions. */
class PlanBackendTest implements BackendContract {
  @Override
  public Backend backend() {
    return new PlanBackend();
  }

  @Override
  public Set<Guarantee> guarantees() {
    return EnumSet.noneOf(Guarantee.class);
  }
}
