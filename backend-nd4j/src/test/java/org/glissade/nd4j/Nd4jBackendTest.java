package org.glissade.nd4j;

import java.util.EnumSet;
import java.util.Set;
import org.glissade.backend.Backend;
import org.glissade.testkit.BackendContract;
import org.glissade.testkit.Guarantee;

/** The backend kit; ND4J allocates, and says nothing of the order in which its threads add up. */
class Nd4jBackendTest implements BackendContract {
  @Override
  public Backend backend() {
    return new Nd4jBackend();
  }

  @Override
  public Set<Guarantee> guarantees() {
    return EnumSet.noneOf(Guarantee.class);
  }
}
