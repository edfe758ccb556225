package org.glissade.testkit;

import java.util.EnumSet;
import java.util.Set;
import org.glissade.backend.Backend;
import org.glissade.reference.ReferenceBackend;

/** The oracle against itself: every case of the kit can be planned, run and compared. */
class ReferenceBackendTest implements BackendContract {
  @Override
  public Backend backend() {
    return new ReferenceBackend();
  }

  @Override
  public Set<Guarantee> guarantees() {
    return EnumSet.noneOf(Guarantee.class);
  }
}
